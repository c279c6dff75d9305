import { z } from 'zod';
import { episodeCloser, slaTimerKind } from '../enums.js';
import { sentEvent, type SentEvent } from '../settings/webhooks.js';
import { apiConversation, apiMessage } from './conversations.js';

const aboutConversation = z.object({ conversation: apiConversation });

/** What each event carries in `data`. A conversation is as it was when the event was first sent. */
export const webhookData = {
  'conversation.created': aboutConversation,
  'conversation.reopened': aboutConversation,
  'conversation.handed_off': aboutConversation,
  'conversation.assigned': aboutConversation,
  'conversation.resolved': aboutConversation,
  'message.created': z.object({ message: apiMessage }),
  'csat.submitted': z.object({
    conversationId: z.uuid(),
    score: z.number().int().min(1).max(5),
    comment: z.string(),
    answeredBy: episodeCloser,
    agentId: z.uuid().nullable(),
  }),
  'sla.breached': z.object({
    conversationId: z.uuid(),
    kind: slaTimerKind,
    dueAt: z.iso.datetime(),
    breachedAt: z.iso.datetime().nullable(),
  }),
  'model.activated': z.object({ modelVersionId: z.uuid(), version: z.number().int() }),
  'webhook.test': z.object({ webhookId: z.uuid() }),
} as const satisfies Record<SentEvent, z.ZodType>;
export type WebhookData = { [E in SentEvent]: z.infer<(typeof webhookData)[E]> };

/** The body of every request to a webhook, as Standard Webhooks has it. */
export const webhookPayload = z.object({
  type: sentEvent,
  timestamp: z.iso.datetime().describe('When it happened.'),
  data: z.record(z.string(), z.unknown()),
});
