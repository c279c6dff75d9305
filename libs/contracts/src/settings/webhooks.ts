import { z } from 'zod';
import { integer, isoTime } from '../text.js';

export const webhookEvent = z
  .enum([
    'conversation.created',
    'conversation.reopened',
    'conversation.handed_off',
    'conversation.assigned',
    'conversation.resolved',
    'message.created',
    'csat.submitted',
    'sla.breached',
    'model.activated',
  ])
  .meta({ id: 'WebhookEvent' });
export type WebhookEvent = z.infer<typeof webhookEvent>;

/** `webhook.test` is nobody's to subscribe to: the test button sends it. */
export const sentEvent = z.enum([...webhookEvent.options, 'webhook.test']).meta({ id: 'SentEvent' });
export type SentEvent = z.infer<typeof sentEvent>;

/** What an event is about, by ids: never what a customer wrote. */
export const webhookSubject = z.object({
  conversationId: z.uuid().optional(),
  messageId: z.uuid().optional(),
  csatResponseId: z.uuid().optional(),
  slaTimerId: z.uuid().optional(),
  modelVersionId: z.uuid().optional(),
});
export type WebhookSubject = z.infer<typeof webhookSubject>;

/** Where it leads is looked at whenever something is sent there. */
const webhookUrl = z
  .string()
  .max(2000)
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).username === '', {
    error: 'WEBHOOK_URL_INVALID',
    abort: true,
  })
  .transform((text) => new URL(text).href);

export const webhookSettings = z
  .object({
    url: webhookUrl,
    events: z
      .array(webhookEvent)
      .min(1)
      .max(webhookEvent.options.length)
      .transform((events) => [...new Set(events)]),
  })
  .meta({ id: 'WebhookSettings' });
export type WebhookSettings = z.output<typeof webhookSettings>;

export const webhookDisabledReason = z.enum(['person', 'failing', 'gone']).meta({ id: 'WebhookDisabledReason' });
export const webhookView = z
  .object({
    id: z.uuid(),
    url: z.string(),
    events: z.array(webhookEvent),
    failingSince: isoTime.nullable().describe('Since when no delivery has succeeded; null: the last one did.'),
    disabledAt: isoTime.nullable(),
    disabledReason: webhookDisabledReason
      .nullable()
      .describe('`failing`: no delivery succeeded for five days. `gone`: the receiver answered 410.'),
    formerSecretUntil: isoTime.nullable().describe('Until then the secret before the last rotation signs too.'),
    createdAt: isoTime,
  })
  .meta({ id: 'Webhook' });
export type WebhookView = z.infer<typeof webhookView>;
/** GET /api/webhooks; PUT and DELETE /api/webhooks/:id; POST …/:id/disable, /enable, /test (answers with webhookDelivery). */
export const webhookList = z.object({ webhooks: z.array(webhookView) });
/** POST /api/webhooks and POST /api/webhooks/:id/rotate. `secret` is shown this once. */
export const webhookWithSecret = z
  .object({ webhook: webhookView, secret: z.string() })
  .meta({ id: 'WebhookWithSecret' });
export type WebhookWithSecret = z.infer<typeof webhookWithSecret>;

/** Why no answer came. */
export const webhookProblem = z
  .enum(['late', 'too_large', 'unreachable', 'address_refused', 'redirects', 'secret_unreadable'])
  .meta({ id: 'WebhookProblem' });
export type WebhookProblem = z.infer<typeof webhookProblem>;

export const webhookDeliveryStatus = z.enum(['pending', 'delivered', 'failed']).meta({ id: 'WebhookDeliveryStatus' });
export const webhookDelivery = z
  .object({
    id: z.uuid().describe('The webhook-id header.'),
    webhookId: z.uuid(),
    event: sentEvent,
    status: webhookDeliveryStatus,
    body: z.string().nullable().describe('What is sent; null: nothing was yet.'),
    nextAttemptAt: isoTime.nullable().describe('Null unless pending.'),
    attempts: z.array(
      z
        .object({
          at: isoTime,
          durationMs: integer(0),
          status: z.number().int().nullable().describe('HTTP; null: no answer came.'),
          problem: webhookProblem.nullable(),
          responseBody: z.string().describe('The beginning of the answer.'),
        })
        .meta({ id: 'WebhookAttempt' }),
    ),
    createdAt: isoTime,
  })
  .meta({ id: 'WebhookDelivery' });
export type WebhookDelivery = z.infer<typeof webhookDelivery>;
/** GET /api/webhooks/:id/deliveries?cursor=: newest first, twenty a page. POST /api/webhooks/:id/deliveries/:deliveryId/replay. */
export const webhookDeliveryQuery = z.object({ cursor: z.uuid().optional() });
export const webhookDeliveryPage = z.object({
  items: z.array(webhookDelivery),
  nextCursor: z.string().nullable(),
});
