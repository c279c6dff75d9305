import { z } from 'zod';
import { actionSettings } from '#contracts';

/** An HTTP call that a shop declares, as the database keeps it. */
export const action = actionSettings.omit({ headerSecret: true }).extend({
  id: z.uuid(),
  workspaceId: z.uuid(),
  /** Encrypted (secrets.ts); null: none. */
  headerSecret: z.string().nullable(),
});
export type Action = z.infer<typeof action>;

/** A customer who is signed in at the shop. */
export interface Customer {
  id: string;
  email: string | null;
}

/** What came of a call: values for the answer's marks, that the shop does not know or confirm what was given, or nothing of use. */
export type ActionResult = { outputs: Record<string, string> } | 'not_confirmed' | 'failed' | 'too_many_lookups';
