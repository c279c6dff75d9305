import { z } from 'zod';
import { trainingTrigger } from './enums.js';
import { triedMessage, tryMessage } from './settings/knowledge.js';

/** Queue names and payloads. Payloads carry ids, never what a customer wrote. */
export const queueNames = {
  inference: 'inference',
  escalation: 'escalation',
  training: 'training',
  trial: 'trial',
  'ticket-import': 'ticket-import',
  webhook: 'webhook',
} as const;
export type QueueName = keyof typeof queueNames;

export const inferenceJob = z.object({ workspaceId: z.uuid(), conversationId: z.uuid(), messageId: z.uuid() });
export type InferenceJob = z.infer<typeof inferenceJob>;

/** `route`: this workspace has somebody waiting, or somebody free. `offer-timeout`: look whether an offer was answered. */
export const escalationJob = z.discriminatedUnion('type', [
  z.object({ type: z.literal('route'), workspaceId: z.uuid() }),
  z.object({ type: z.literal('offer-timeout'), workspaceId: z.uuid(), assignmentId: z.uuid() }),
  z.object({ type: z.literal('sweep') }),
]);
export type EscalationJob = z.infer<typeof escalationJob>;

export const trainingJob = z.object({ workspaceId: z.uuid(), runId: z.uuid().nullable(), trigger: trainingTrigger });
export type TrainingJob = z.infer<typeof trainingJob>;

/** What a colleague tries out; somebody waits for the answer. */
export const trialJob = tryMessage.extend({ workspaceId: z.uuid() });
export type TrialJob = z.infer<typeof trialJob>;
const ranked = z.object({ intent: z.string(), confidence: z.number() });
/** As triedMessage, with ids and names alone where that has texts and titles. */
export const trialResult = z.object({
  reading: ranked.extend({ oosScore: z.number(), topK: z.array(ranked), threshold: z.number() }).nullable(),
  decision: triedMessage.shape.decision,
  nearest: z.array(z.object({ exampleId: z.uuid(), similarity: z.number() })),
});
export type TrialResult = z.infer<typeof trialResult>;
export const ticketImportJob = z.object({ workspaceId: z.uuid(), importId: z.uuid() });
export type TicketImportJob = z.infer<typeof ticketImportJob>;

/** An attempt at a delivery is due. */
export const webhookJob = z.object({ workspaceId: z.uuid(), deliveryId: z.uuid() });
export type WebhookJob = z.infer<typeof webhookJob>;

/** Outbox topics are queue names; the relay adds the payload to that queue. */
export const outboxPayload = z.discriminatedUnion('topic', [
  z.object({ topic: z.literal('inference'), job: inferenceJob }),
  z.object({ topic: z.literal('escalation'), job: escalationJob }),
  z.object({ topic: z.literal('webhook'), job: webhookJob }),
]);
export type OutboxPayload = z.infer<typeof outboxPayload>;
