import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { BatonError, type Activity, type ConversationItem, type transferConversation } from '#contracts';
import { actorNames, DATABASE, type Conversation, type Database, type Message, type Transaction } from '#database';
import type { AgentActor } from '../actors.js';
import { activityDraft, appendMessage, lockConversation, type MessageDraft } from '../append.js';
import { findOpenQuestion } from '../open-question.js';
import { OutboxRelay } from '#messaging';
import { transferTarget } from './transfer-targets.js';
import { leaveQueue, returnToQueue, settleAwaiting, transferToQueue } from './waiting-line.js';
import { Realtime } from '#realtime';
import { ChangeNews } from '../inbox/change-news.js';
import { transition, type ConversationEvent } from '../state.js';
import { findItems } from '../inbox/views.js';

/** What a change of owner wrote, to be told once it is committed. */
interface Moved {
  messages: Message[];
  /** Open offers that it ended. */
  withdrawn: { agentId: string; assignmentId: string }[];
}

/** Moves of ownership between bot, queue and agents. Each is fenced by the row lock and the owner epoch. */
@Injectable()
export class Handoff {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly realtime: Realtime,
    private readonly news: ChangeNews,
    private readonly relay: OutboxRelay,
  ) {}

  /**
   * From the bot, the queue or a colleague; from this moment nobody else's pending write passes. `fromAgentId`: no colleague's but this
   * one's, null: no colleague's, or it throws OWNER_CHANGED; left out, whoever's.
   */
  async takeOver(agent: AgentActor, conversationId: string, fromAgentId?: string | null): Promise<ConversationItem> {
    return this.move(agent.workspaceId, conversationId, async (tx, conversation) => {
      const { ownerType, ownerId } = conversation;
      const expected = fromAgentId === undefined || ownerId === fromAgentId || ownerId === agent.userId;
      if (ownerType === 'agent' && !expected) throw new BatonError('OWNER_CHANGED');
      return this.giveToAgent(tx, conversation, { type: 'take_over', agentId: agent.userId }, agent);
    });
  }

  /** To a colleague who is there, or to a team's line; the note comes first, so that whoever gets it has it. */
  async transfer(agent: AgentActor, input: z.output<typeof transferConversation>): Promise<ConversationItem> {
    const { workspaceId } = agent;
    return this.move(workspaceId, input.conversationId, async (tx, conversation) => {
      if (conversation.ownerEpoch !== input.ownerEpoch) throw new BatonError('OWNER_CHANGED');
      if (conversation.ownerId !== agent.userId) throw new BatonError('NOT_OWNER');
      const to = await transferTarget(tx, agent, input.to);
      const messages = input.note ? [await appendMessage(tx, conversation, noteDraft(agent, input.note))] : [];
      await releaseAssignment(tx, conversation);
      messages.push(await transferToQueue(tx, conversation, agent, to));
      return { messages, withdrawn: [] };
    });
  }

  /** The bot is asked what the customer waits for, unless it has decided about that before: it would say the same again. */
  async handBack(agent: AgentActor, conversationId: string, ownerEpoch: number): Promise<ConversationItem> {
    return this.move(agent.workspaceId, conversationId, async (tx, conversation) => {
      if (conversation.ownerEpoch !== ownerEpoch) throw new BatonError('OWNER_CHANGED');
      const next = transition(conversation, { type: 'hand_back', agentId: agent.userId });
      if (!next.ok) throw new BatonError(next.error);
      await releaseAssignment(tx, conversation);
      const route = { topic: 'escalation', job: { type: 'route', workspaceId: agent.workspaceId } } as const;
      const draft = activityDraft({ code: 'handed_back', params: { agentName: agent.name } });
      const message = await appendMessage(tx, conversation, draft, next.state, route);
      await askTheBot(tx, conversation);
      return { messages: [message], withdrawn: [] };
    });
  }

  /** The owner is gone: back to the queue with what is known. Nothing happens if `agentId` no longer owns it. */
  async requeue(workspaceId: string, conversationId: string, agentId: string): Promise<void> {
    await this.move(workspaceId, conversationId, async (tx, conversation) => {
      if (conversation.ownerId !== agentId) return { messages: [], withdrawn: [] };
      await releaseAssignment(tx, conversation);
      const name = (await actorNames(tx, workspaceId, [agentId])).get(agentId)!;
      return { messages: [await returnToQueue(tx, conversation, name)], withdrawn: [] };
    });
  }

  /** By an accepted offer, or without one. */
  async giveToAgent(
    tx: Transaction,
    conversation: Conversation,
    event: ConversationEvent,
    agent: AgentActor,
    acceptedAssignmentId?: string,
  ): Promise<Moved> {
    const next = transition(conversation, event);
    if (!next.ok) throw new BatonError(next.error);
    if (!next.changed) return { messages: [], withdrawn: [] };
    await releaseAssignment(tx, conversation, acceptedAssignmentId);
    if (!acceptedAssignmentId) await recordAssignment(tx, conversation, agent.userId);
    const message = await appendMessage(
      tx,
      conversation,
      activityDraft(await arrival(tx, conversation, agent)),
      next.state,
      { topic: 'escalation', job: { type: 'route', workspaceId: agent.workspaceId } },
    );
    await settleAwaiting(tx, conversation);
    return { messages: [message], withdrawn: await leaveQueue(tx, conversation, acceptedAssignmentId) };
  }

  /** One locked transaction, then the news of it. */
  async move(
    workspaceId: string,
    conversationId: string,
    work: (tx: Transaction, conversation: Conversation) => Promise<Moved>,
  ): Promise<ConversationItem> {
    const { messages, withdrawn } = await this.db.$transaction(async (tx) =>
      work(tx, await lockConversation(tx, workspaceId, conversationId)),
    );
    this.relay.wake();
    const [found] = await findItems(this.db, workspaceId, [conversationId]);
    if (!found) throw new BatonError('CONVERSATION_UNKNOWN');
    for (const message of messages) this.news.message(found.contactId, message);
    for (const { agentId, assignmentId } of withdrawn) this.realtime.withdrawn(agentId, assignmentId);
    return found.item;
  }
}

async function askTheBot(tx: Transaction, conversation: Conversation): Promise<void> {
  const { id: conversationId, workspaceId } = conversation;
  const open = await findOpenQuestion(tx, conversation);
  if (!open || open.decision) return;
  const { id: messageId } = open.message;
  await tx.message.update({ where: { id: messageId }, data: { awaitingDecision: true } });
  const payload = { workspaceId, conversationId, messageId };
  await tx.outbox.create({ data: { id: uuidv7(), workspaceId, topic: 'inference', payload } });
}

/** The agent before, if any, is no longer responsible. */
export async function releaseAssignment(tx: Transaction, conversation: Conversation, except?: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE assignment SET status = 'released', "endedAt" = now()
    WHERE "workspaceId" = ${conversation.workspaceId}::uuid AND "conversationId" = ${conversation.id}::uuid
      AND status = 'accepted' AND id IS DISTINCT FROM ${except ?? null}::uuid`;
}

/** A colleague's loss is said by name, to both. */
async function arrival(tx: Transaction, { workspaceId, ownerId }: Conversation, agent: AgentActor): Promise<Activity> {
  const fromName = ownerId && (await actorNames(tx, workspaceId, [ownerId])).get(ownerId);
  if (!fromName) return { code: 'joined', params: { agentName: agent.name } };
  return { code: 'taken_over', params: { agentName: agent.name, fromName } };
}

function noteDraft({ userId, name }: AgentActor, text: string): MessageDraft {
  return { kind: 'note', senderType: 'agent', senderId: userId, senderName: name, text, clientMessageId: uuidv7() };
}

export async function recordAssignment(tx: Transaction, conversation: Conversation, agentId: string): Promise<void> {
  const { workspaceId, id: conversationId } = conversation;
  await tx.$executeRaw`
    INSERT INTO assignment (id, "workspaceId", "conversationId", "agentId", status, "expiresAt", "acceptedAt")
    VALUES (${uuidv7()}::uuid, ${workspaceId}::uuid, ${conversationId}::uuid, ${agentId}::uuid, 'accepted', now(), now())`;
}
