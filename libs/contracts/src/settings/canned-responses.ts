import { z } from 'zod';
import { conversationPriority } from '../enums.js';
import { isoTime, paragraph, safeText } from '../text.js';

/** What a macro does with the conversation once its text is sent, in this order. */
export const macroAction = z.discriminatedUnion('type', [
  z.object({ type: z.literal('add_label'), labelId: z.uuid() }),
  z.object({ type: z.literal('set_priority'), priority: conversationPriority }),
  z.object({ type: z.literal('snooze'), hours: z.number().int().min(1).max(720) }),
  z.object({ type: z.literal('transfer_to_team'), teamId: z.uuid() }),
  z.object({ type: z.literal('transfer_to_agent'), agentId: z.uuid() }),
  z.object({ type: z.literal('resolve') }),
]);
export type MacroAction = z.infer<typeof macroAction>;

/** POST /api/canned-responses; PUT /api/canned-responses/:id. Marks such as {{contact.name}} are filled when it is inserted. */
export const cannedResponseDraft = z
  .object({
    /** What is typed after `/`. */
    shortcut: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}-]{0,39}$/u),
    title: safeText(100),
    text: paragraph(4000),
    /** For every agent; otherwise for its writer alone. */
    shared: z.boolean(),
    /** With any, it is a macro. */
    actions: z.array(macroAction).max(5),
  })
  .refine(({ text, actions }) => text.trim() !== '' || actions.length > 0, { path: ['text'] });
export type CannedResponseDraft = z.infer<typeof cannedResponseDraft>;

export const cannedResponseView = z.object({
  id: z.uuid(),
  shortcut: z.string(),
  title: z.string(),
  text: z.string(),
  shared: z.boolean(),
  actions: z.array(macroAction),
  usageCount: z.number().int(),
  lastUsedAt: isoTime.nullable(),
});
export type CannedResponseView = z.infer<typeof cannedResponseView>;

/** GET /api/canned-responses: the shared ones and the caller's own. POST /api/canned-responses/:id/used counts a use: 204. */
export const cannedResponseList = z.object({ cannedResponses: z.array(cannedResponseView) });
