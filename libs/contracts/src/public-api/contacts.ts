import { z } from 'zod';
import { email } from '../settings/account.js';
import { safeText } from '../text.js';
import { pageOf, pageQuery } from './pages.js';

export const apiContact = z
  .object({
    id: z.uuid(),
    externalId: z.string().nullable().describe("The shop's own id of the customer; null: not signed in there."),
    name: z.string().nullable(),
    email: z.string().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Contact' });
export type ApiContact = z.infer<typeof apiContact>;

export const apiContactQuery = z.object({
  email: z.string().max(320).optional(),
  externalId: z.string().max(200).optional(),
  ...pageQuery,
});
export const apiContactPage = pageOf(apiContact).meta({ id: 'ContactPage' });

/** What is left out stays. */
export const apiUpdateContact = z
  .object({ name: safeText(100).nullable().optional(), email: email.nullable().optional() })
  .meta({ id: 'UpdateContact' });
