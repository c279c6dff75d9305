import { uuidv7 } from 'uuidv7';
import { BatonError, priorityRank, queueOrder, type Activity, type EscalationReason } from '#contracts';
import type { Conversation, Message, Transaction } from '#database';
import { activityDraft, appendMessage } from '../append.js';
import { startPromises } from '../sla/timers.js';
import { transition } from '../state.js';
import { subjectOf, teamFor } from './team-rules.js';

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

/** An agent who is gone leaves the conversation to the queue; it keeps its reason, and the place that it had. */
export async function returnToQueue(tx: Transaction, conversation: Conversation, agentName: string): Promise<Message> {
  const next = transition(conversation, { type: 'requeue' });
  if (!next.ok) throw new BatonError(next.error);
  return enqueueAgain(tx, conversation, next.state, { code: 'requeued', params: { agentName } });
}

/** To a team's line, or to one agent before all others; with the reason and the place that it had. */
export async function transferToQueue(
  tx: Transaction,
  conversation: Conversation,
  from: { userId: string; name: string },
  to: { teamId: string | null; agentId: string | null; name: string },
): Promise<Message> {
  const next = transition(conversation, { type: 'transfer', agentId: from.userId });
  if (!next.ok) throw new BatonError(next.error);
  const activity: Activity = { code: 'transferred', params: { agentName: from.name, toName: to.name } };
  const message = await enqueueAgain(tx, conversation, next.state, activity, to.agentId);
  await tx.conversation.update({ where: { id: conversation.id }, data: { teamId: to.teamId } });
  return message;
}

/** The contact wrote again soon after an agent had closed the episode, and that agent cannot have it now: it waits for any. */
export async function reopenInQueue(
  tx: Transaction,
  conversation: Conversation,
  messageId: string,
): Promise<Message[]> {
  const reason = 'customer_request';
  const activity: Activity = { code: 'handed_over', params: { reason } };
  return [await enqueue(tx, conversation, conversation, { reason, urgent: false }, messageId, activity)];
}

/** Out of an agent's hands: with the reason, the urgency and the time of the episode's first hand-over. */
async function enqueueAgain(
  tx: Transaction,
  conversation: Conversation,
  state: Parameters<typeof appendMessage>[3],
  activity: Activity,
  agentId: string | null = null,
): Promise<Message> {
  const { workspaceId, episodeId } = conversation;
  const where = { workspaceId, episodeId: episodeId! };
  const first = await tx.escalation.findFirst({ where, orderBy: { id: 'asc' } });
  const why = { reason: conversation.reason ?? 'customer_request', urgent: first?.urgent ?? false };
  return enqueue(tx, conversation, state, why, null, activity, { since: first?.createdAt, agentId });
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

/** `again`: it was with an agent before, and keeps the team that it has. */
async function enqueue(
  tx: Transaction,
  conversation: Conversation,
  state: Parameters<typeof appendMessage>[3],
  { reason, urgent }: Why,
  messageId: string | null,
  activity: Activity,
  again?: { since: Date | undefined; agentId: string | null },
): Promise<Message> {
  const { id: conversationId, workspaceId, priority } = conversation;
  const message = await appendMessage(tx, conversation, activityDraft(activity), state, {
    topic: 'escalation',
    job: { type: 'route', workspaceId },
  });
  const episodeId = conversation.episodeId!; // opened by the message above at the latest
  const escalationId = uuidv7();
  const facts = { id: escalationId, workspaceId, conversationId, episodeId, messageId };
  const escalation = await tx.escalation.create({ data: { ...facts, reason, urgent } });
  const subject = await subjectOf(tx, conversation);
  const enqueuedAt = again?.since ?? escalation.createdAt;
  const place = { enqueuedAt, orderedAt: queueOrder(enqueuedAt, priority, urgent) };
  await tx.queueEntry.create({
    data: {
      ...{ conversationId, workspaceId, escalationId, priority: priorityRank(priority, urgent) },
      ...{ ...place, ...subject, agentId: again?.agentId ?? null },
    },
  });
  const teamId = again ? conversation.teamId : await teamFor(tx, conversation, { ...subject, reason });
  await tx.conversation.update({ where: { id: conversationId }, data: { reason, teamId } });
  Object.assign(conversation, { reason, teamId });
  if (!again) await startPromises(tx, conversation, escalation.createdAt);
  await settleAwaiting(tx, conversation);
  return message;
}
