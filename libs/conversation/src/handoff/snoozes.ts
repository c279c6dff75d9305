import { Inject, Injectable } from '@nestjs/common';
import { BatonError, type ConversationItem } from '#contracts';
import { loadConfig } from '#config';
import { DATABASE, type Conversation, type Database, type Message, type Transaction } from '#database';
import type { AgentActor } from '../actors.js';
import { appendMessage, privateActivityDraft } from '../append.js';
import { transition } from '../state.js';
import { Handoff, releaseAssignment } from './handoff.js';
import { leaseLasts } from './lease.js';
import { returnToQueue } from './waiting-line.js';

const longestMs = 366 * 86_400_000;
/** Woken in one sweep. */
const batchSize = 100;

export interface DueSnooze {
  workspaceId: string;
  conversationId: string;
}

/** Conversations that their owner puts off. They hold no place of the owner's capacity until they are back. */
@Injectable()
export class Snoozes {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly handoff: Handoff,
  ) {}

  /** Of a snoozed one: until another time. Its place in the owner's capacity is free from then on. */
  async snooze(agent: AgentActor, conversationId: string, until: Date): Promise<ConversationItem> {
    const ahead = until.getTime() - Date.now();
    if (ahead <= 0 || ahead > longestMs) throw new BatonError('SNOOZE_TIME');
    return this.handoff.move(agent.workspaceId, conversationId, async (tx, conversation) => {
      const next = transition(conversation, { type: 'snooze', agentId: agent.userId });
      if (!next.ok) throw new BatonError(next.error);
      const { name: agentName, workspaceId } = agent;
      const activity = { code: 'snoozed', params: { agentName, until: until.toISOString() } } as const;
      const draft = { ...privateActivityDraft(activity), snoozedUntil: until };
      const route = { topic: 'escalation', job: { type: 'route', workspaceId } } as const;
      return { messages: [await appendMessage(tx, conversation, draft, next.state, route)], withdrawn: [] };
    });
  }

  /** By its owner, before its time. */
  async unsnooze(agent: AgentActor, conversationId: string): Promise<ConversationItem> {
    return this.handoff.move(agent.workspaceId, conversationId, async (tx, conversation) => {
      if (conversation.ownerId !== agent.userId) throw new BatonError('NOT_OWNER');
      return { messages: await wakeForOwner(tx, conversation), withdrawn: [] };
    });
  }

  /** Those whose time has come. */
  async due(): Promise<DueSnooze[]> {
    return this.db.$queryRaw`
      SELECT "workspaceId", id AS "conversationId" FROM conversation
      WHERE "snoozedUntil" <= now() AND status = 'snoozed' ORDER BY "snoozedUntil" LIMIT ${batchSize}`;
  }

  /** Nothing happens if it was put off anew, or woken, meanwhile. */
  async wakeDue({ workspaceId, conversationId }: DueSnooze): Promise<void> {
    await this.handoff.move(workspaceId, conversationId, async (tx, conversation) => {
      const [{ due }] = await tx.$queryRaw<[{ due: boolean }]>`
        SELECT coalesce("snoozedUntil" <= now(), false) AS due FROM conversation WHERE id = ${conversation.id}::uuid`;
      return { messages: due ? await wake(tx, conversation) : [], withdrawn: [] };
    });
  }
}

/** Back to its owner if there, else to whoever is: in the caller's transaction. Nothing where it is not snoozed. */
export async function wake(tx: Transaction, conversation: Conversation): Promise<Message[]> {
  if (conversation.status !== 'snoozed') return [];
  const { workspaceId, ownerId } = conversation;
  const [{ name, there }] = await tx.$queryRaw<[{ name: string; there: boolean }]>`
    SELECT "user".name, "user"."disabledAt" IS NULL AND coalesce(agent_status.status <> 'away', false)
      AND ${leaseLasts(loadConfig())} AS there
    FROM "user" LEFT JOIN agent_status ON agent_status."userId" = "user".id
    WHERE "user".id = ${ownerId}::uuid AND "user"."workspaceId" = ${workspaceId}::uuid`;
  if (there) return wakeForOwner(tx, conversation);
  await releaseAssignment(tx, conversation);
  return [await returnToQueue(tx, conversation, name)];
}

async function wakeForOwner(tx: Transaction, conversation: Conversation): Promise<Message[]> {
  const next = transition(conversation, { type: 'wake' });
  if (!next.ok) throw new BatonError(next.error);
  if (!next.changed) return [];
  const draft = privateActivityDraft({ code: 'woken', params: {} });
  return [await appendMessage(tx, conversation, draft, next.state)];
}
