import { uuidv7 } from 'uuidv7';
import { loadConfig } from '#config';
import type { Conversation, Message, RawQueries, Transaction } from '#database';
import { activityDraft, appendMessage, type MessageDraft } from '../append.js';
import { startPromises } from '../sla/timers.js';
import { transition } from '../state.js';
import { recordAssignment } from './handoff.js';
import { leaseLasts } from './lease.js';
import { hasRoom } from './room.js';
import { reopenInQueue } from './waiting-line.js';

/** An agent closed it within the workspace's time: whoever writes again means a person, not the bot. */
export async function reopensSoon(db: RawQueries, conversationId: string): Promise<boolean> {
  const [row] = await db.$queryRaw<unknown[]>`
    SELECT FROM conversation c JOIN workspace w ON w.id = c."workspaceId" JOIN episode e ON e.id = c."episodeId"
    WHERE c.id = ${conversationId}::uuid AND c.status = 'resolved' AND e."closedBy" = 'agent'
      AND e."closedAt" > now() - make_interval(mins => w."stickyMinutes")`;
  return row !== undefined;
}

/** The contact's message opens it again with the agent who closed it, if there and with room, else in the queue. */
export async function reopen(tx: Transaction, conversation: Conversation, draft: MessageDraft): Promise<Message[]> {
  const { workspaceId, reason } = conversation;
  const agent = await closer(tx, conversation);
  const next = transition(conversation, { type: 'reopen', agentId: agent?.id ?? null });
  if (!next.ok) throw new Error(next.error);
  const message = await appendMessage(tx, conversation, draft, next.state);
  if (!agent) return [message, ...(await reopenInQueue(tx, conversation, message.id))];
  const facts = {
    workspaceId,
    conversationId: conversation.id,
    episodeId: conversation.episodeId!,
    messageId: message.id,
  };
  const why = reason ?? 'customer_request';
  const { createdAt } = await tx.escalation.create({ data: { id: uuidv7(), ...facts, reason: why, urgent: false } });
  await tx.conversation.update({ where: { id: conversation.id }, data: { reason: why } });
  await recordAssignment(tx, conversation, agent.id);
  await startPromises(tx, conversation, createdAt);
  return [
    message,
    await appendMessage(tx, conversation, activityDraft({ code: 'returned', params: { agentName: agent.name } })),
  ];
}

async function closer(tx: Transaction, conversation: Conversation): Promise<{ id: string; name: string } | null> {
  const { workspaceId, episodeId } = conversation;
  const [agent] = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT u.id, u.name FROM resolution r JOIN "user" u ON u.id = r."agentId" AND u."disabledAt" IS NULL
      JOIN agent_status ON agent_status."userId" = u.id
    WHERE r."workspaceId" = ${workspaceId}::uuid AND r."episodeId" = ${episodeId}::uuid
      AND agent_status.status <> 'away' AND ${leaseLasts(loadConfig())}
    ORDER BY r."createdAt" DESC LIMIT 1`;
  return agent && (await hasRoom(tx, workspaceId, agent.id)) ? agent : null;
}
