import { uuidv7 } from 'uuidv7';
import { BatonError, type Activity, type EscalationReason } from '#contracts';
import type { Conversation, Message, Transaction } from '#database';
import { activityDraft, appendMessage } from '../append.js';
import { transition } from '../state.js';

/** Why people get it. `urgent`: before all who wait and are not. */
interface Why {
  reason: EscalationReason;
  urgent: boolean;
}

/**
 * Hands the conversation to people within the caller's transaction: owner becomes the queue, Escalation, QueueEntry and the
 * routing job are written. Returns the activity message, or nothing when people have it already. Depends on
 * PostgreSQL alone, so it works with model and Redis down.
 */
export async function moveToQueue(
  tx: Transaction,
  conversation: Conversation,
  { reason, urgent }: Why,
  messageId: string | null,
): Promise<Message[]> {
  const next = transition(conversation, { type: 'escalate' });
  if (!next.ok) throw new BatonError(next.error);
  if (!next.changed) return [];
  const activity: Activity = { code: 'handed_over', params: { reason } };
  return [await enqueue(tx, conversation, next.state, { reason, urgent }, messageId, activity)];
}

/** An agent who is gone leaves the conversation to the queue; it keeps its reason, and its place before others if it is urgent. */
export async function returnToQueue(tx: Transaction, conversation: Conversation, agentName: string): Promise<Message> {
  const next = transition(conversation, { type: 'requeue' });
  if (!next.ok) throw new BatonError(next.error);
  const activity: Activity = { code: 'requeued', params: { agentName } };
  const { workspaceId, episodeId } = conversation;
  const last = await tx.escalation.findFirst({
    where: { workspaceId, episodeId: episodeId! },
    orderBy: { id: 'desc' },
  });
  const why = { reason: conversation.reason ?? 'customer_request', urgent: last?.urgent ?? false };
  return enqueue(tx, conversation, next.state, why, null, activity);
}

/** From whoever owns it, bot or agent, to the waiting line; nothing where it is there already. */
export async function passOn(tx: Transaction, conversation: Conversation, why: Why): Promise<Message[]> {
  if (conversation.ownerType !== 'agent') return moveToQueue(tx, conversation, why, null);
  const next = transition(conversation, { type: 'requeue' });
  if (!next.ok) throw new BatonError(next.error);
  const activity: Activity = { code: 'handed_over', params: { reason: why.reason } };
  return [await enqueue(tx, conversation, next.state, why, null, activity)];
}

/** The bot owes no answer any more: somebody else owns the conversation. */
export async function settleAwaiting(tx: Transaction, conversation: Conversation): Promise<void> {
  await tx.message.updateMany({
    where: { workspaceId: conversation.workspaceId, conversationId: conversation.id, awaitingDecision: true },
    data: { awaitingDecision: false },
  });
}

/** Ends the waiting and any open offer of it; returns the agents whose offer is withdrawn. */
export async function leaveQueue(
  tx: Transaction,
  conversation: Conversation,
  acceptedAssignmentId?: string,
): Promise<{ agentId: string; assignmentId: string }[]> {
  const { id: conversationId, workspaceId } = conversation;
  await tx.queueEntry.deleteMany({ where: { conversationId, workspaceId } });
  return tx.$queryRaw<{ agentId: string; assignmentId: string }[]>`
    UPDATE assignment SET status = 'withdrawn', "endedAt" = now()
    WHERE "workspaceId" = ${workspaceId}::uuid AND "conversationId" = ${conversationId}::uuid AND status = 'offered'
      AND id IS DISTINCT FROM ${acceptedAssignmentId ?? null}::uuid
    RETURNING "agentId", id AS "assignmentId"`;
}

async function enqueue(
  tx: Transaction,
  conversation: Conversation,
  state: Parameters<typeof appendMessage>[3],
  { reason, urgent }: Why,
  messageId: string | null,
  activity: Activity,
): Promise<Message> {
  const { id: conversationId, workspaceId } = conversation;
  const message = await appendMessage(tx, conversation, activityDraft(activity), state, {
    topic: 'escalation',
    job: { type: 'route', workspaceId },
  });
  const episodeId = conversation.episodeId!; // opened by the message above at the latest
  const escalationId = uuidv7();
  const facts = { id: escalationId, workspaceId, conversationId, episodeId, messageId };
  await tx.escalation.create({ data: { ...facts, reason, urgent } });
  await tx.queueEntry.create({ data: { conversationId, workspaceId, escalationId, priority: Number(urgent) } });
  await tx.conversation.update({ where: { id: conversationId }, data: { reason } });
  conversation.reason = reason;
  await settleAwaiting(tx, conversation);
  return message;
}
