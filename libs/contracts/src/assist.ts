import { z } from 'zod';
import { activity } from './activity.js';
import { conversationStatus, messageKind, senderType } from './enums.js';
import { contactSummary } from './settings/contacts.js';
import { isoTime } from './text.js';
import { attachmentView } from './views.js';

/** What the shop's action says of what stands in a conversation: an order, say. */
export const lookUpView = z.object({
  actionId: z.uuid(),
  /** The action's. */
  title: z.string(),
  /** With which values of the conversation it was asked, by the slot's name. */
  slots: z.record(z.string(), z.string()),
  /**
   * confirmed: the shop says that it is this customer's. unconfirmed: it is there, and what the customer has proved does not say whose.
   * public: it is nobody's. unknown: the shop has none. failed: the shop did not answer.
   */
  state: z.enum(['confirmed', 'unconfirmed', 'public', 'unknown', 'failed']),
  outputs: z.record(z.string(), z.string()),
});
export type LookUpView = z.infer<typeof lookUpView>;
/** GET /api/conversations/:id/look-ups: of every action that the conversation has what it needs for. */
export const lookUpList = z.object({ lookUps: z.array(lookUpView) });

/** GET /api/conversations/:id/suggestion: the approved answer to what is most likely asked, filled as far as the conversation allows. */
export const suggestion = z.object({
  suggestion: z
    .object({
      /** Name of the intent. */
      intent: z.string(),
      confidence: z.number(),
      /** Its language. */
      locale: z.string(),
      /** {{marks}} that nothing fills stay. */
      text: z.string(),
    })
    .nullable(),
});
export type Suggestion = z.infer<typeof suggestion>['suggestion'];

/** GET /api/conversations/:id/summary: of the episode that is open, or was last. */
export const conversationSummary = z.object({
  nMessages: z.number().int(),
  /** The customer's own, in their order. */
  sentences: z.array(z.object({ seq: z.number().int(), text: z.string() })),
  orderNumbers: z.array(z.string()),
  /** Titles of the intents that the bot answered. */
  answered: z.array(z.string()),
});
export type ConversationSummary = z.infer<typeof conversationSummary>;

/** GET /api/conversations/:id/export: all of it, notes too. */
export const conversationExport = z.object({
  id: z.uuid(),
  inboxName: z.string(),
  status: conversationStatus,
  createdAt: isoTime,
  contact: contactSummary,
  messages: z.array(
    z.object({
      seq: z.number().int(),
      kind: messageKind,
      senderType,
      senderName: z.string().nullable(),
      text: z.string(),
      activity: activity.nullable(),
      attachments: z.array(attachmentView),
      createdAt: isoTime,
    }),
  ),
});
export type ConversationExport = z.infer<typeof conversationExport>;
