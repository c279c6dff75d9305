import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { BatonError, type ConversationItem, type OfferView } from '#contracts';
import { DATABASE, type Conversation, type Database, type Message, type Transaction } from '#database';
import type { AgentActor } from '../actors.js';
import { activityDraft, appendMessage, lockConversation } from '../append.js';
import { OutboxRelay } from '#messaging';
import { leaveQueue, returnToQueue, settleAwaiting } from './waiting-line.js';
import { Realtime } from '#realtime';
import { ChangeNews } from '../inbox/change-news.js';
import { transition, type ConversationEvent } from '../state.js';
import { findItems } from '../inbox/views.js';

type Withdrawn = { agentId: string; assignmentId: string }[];

/** Moves of ownership between bot, queue and agents. Every one is fenced by the row lock and the owner epoch. */
@Injectable()
export class Handoff {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly realtime: Realtime,
    private readonly news: ChangeNews,
    private readonly relay: OutboxRelay,
  ) {}

  /** Offers a waiting conversation to an agent; null when it no longer waits, is on offer already, or the agent has no room. */
  async offer(
    workspaceId: string,
    conversationId: string,
    agentId: string,
    seconds: number,
  ): Promise<OfferView | null> {
    const assignment = await this.db.$transaction(async (tx) => {
      const conversation = await lockConversation(tx, workspaceId, conversationId);
      const open = await tx.assignment.count({ where: { conversationId, workspaceId, status: 'offered' } });
      if (conversation.ownerType !== 'queue' || open > 0) return null;
      const expiresAt = new Date(Date.now() + seconds * 1000);
      // The lock on the agent's row makes offers to one agent follow one another, so that capacity holds.
      const [agent] = await tx.agentStatus.updateManyAndReturn({
        where: { userId: agentId, workspaceId },
        data: { lastAssignedAt: new Date() },
      });
      if (!agent || (await currentLoad(tx, workspaceId, agentId)) >= agent.capacity) return null;
      return tx.assignment.create({
        data: { id: uuidv7(), workspaceId, conversationId, agentId, status: 'offered', expiresAt },
      });
    });
    const [found] = assignment ? await findItems(this.db, workspaceId, [conversationId]) : [];
    if (!assignment || !found) return null;
    const view = {
      assignmentId: assignment.id,
      conversation: found.item,
      expiresAt: assignment.expiresAt.toISOString(),
    };
    this.realtime.offered(agentId, view);
    return view;
  }

  async accept(agent: AgentActor, assignmentId: string): Promise<ConversationItem> {
    const { workspaceId, userId } = agent;
    const assignment = await this.db.assignment.findFirst({
      where: { id: assignmentId, workspaceId, agentId: userId },
    });
    if (!assignment) throw new BatonError('OFFER_GONE');
    return this.move(workspaceId, assignment.conversationId, async (tx, conversation) => {
      const accepted = await tx.assignment.updateMany({
        where: { id: assignmentId, status: 'offered', expiresAt: { gt: new Date() } },
        data: { status: 'accepted', endedAt: new Date() },
      });
      if (accepted.count === 0) throw new BatonError('OFFER_GONE');
      return this.giveToAgent(tx, conversation, { type: 'accept', agentId: userId }, agent, assignmentId);
    });
  }

  /** The agent declines; the conversation goes on to the next. */
  async decline(agent: AgentActor, assignmentId: string): Promise<void> {
    await this.endOffer(agent.workspaceId, assignmentId, 'declined', agent.userId);
  }

  /** An unanswered offer ends once its time is up; earlier calls change nothing. */
  async timeOut(workspaceId: string, assignmentId: string): Promise<void> {
    await this.endOffer(workspaceId, assignmentId, 'timed_out');
  }

  /** From the bot, the queue or a colleague; from this moment nobody else's pending write passes. */
  async takeOver(agent: AgentActor, conversationId: string): Promise<ConversationItem> {
    return this.move(agent.workspaceId, conversationId, (tx, conversation) =>
      this.giveToAgent(tx, conversation, { type: 'take_over', agentId: agent.userId }, agent),
    );
  }

  async handBack(agent: AgentActor, conversationId: string, ownerEpoch: number): Promise<ConversationItem> {
    return this.move(agent.workspaceId, conversationId, async (tx, conversation) => {
      if (conversation.ownerEpoch !== ownerEpoch) throw new BatonError('OWNER_CHANGED');
      const next = transition(conversation, { type: 'hand_back', agentId: agent.userId });
      if (!next.ok) throw new BatonError(next.error);
      await releaseAssignment(tx, conversation);
      const route = { topic: 'escalation', job: { type: 'route', workspaceId: agent.workspaceId } } as const;
      const draft = activityDraft({ code: 'handed_back', params: { agentName: agent.name } });
      return { messages: [await appendMessage(tx, conversation, draft, next.state, route)], withdrawn: [] };
    });
  }

  /** The owner is gone: back to the queue with what is known. Nothing happens if `agentId` no longer owns it. */
  async requeue(workspaceId: string, conversationId: string, agentId: string): Promise<void> {
    await this.move(workspaceId, conversationId, async (tx, conversation) => {
      if (conversation.ownerId !== agentId) return { messages: [], withdrawn: [] };
      await releaseAssignment(tx, conversation);
      const { name } = await tx.user.findFirstOrThrow({ where: { id: agentId, workspaceId } });
      return { messages: [await returnToQueue(tx, conversation, name)], withdrawn: [] };
    });
  }

  private async giveToAgent(
    tx: Transaction,
    conversation: Conversation,
    event: ConversationEvent,
    agent: AgentActor,
    acceptedAssignmentId?: string,
  ): Promise<{ messages: Message[]; withdrawn: Withdrawn }> {
    const next = transition(conversation, event);
    if (!next.ok) throw new BatonError(next.error);
    if (!next.changed) return { messages: [], withdrawn: [] };
    await releaseAssignment(tx, conversation, acceptedAssignmentId);
    if (!acceptedAssignmentId) await recordAssignment(tx, conversation, agent);
    const message = await appendMessage(
      tx,
      conversation,
      activityDraft({ code: 'joined', params: { agentName: agent.name } }),
      next.state,
      { topic: 'escalation', job: { type: 'route', workspaceId: agent.workspaceId } },
    );
    await settleAwaiting(tx, conversation);
    return { messages: [message], withdrawn: await leaveQueue(tx, conversation, acceptedAssignmentId) };
  }

  /** One locked transaction, then the news of it. */
  private async move(
    workspaceId: string,
    conversationId: string,
    work: (tx: Transaction, conversation: Conversation) => Promise<{ messages: Message[]; withdrawn: Withdrawn }>,
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

  private async endOffer(
    workspaceId: string,
    id: string,
    status: 'declined' | 'timed_out',
    agentId?: string,
  ): Promise<void> {
    const ended = await this.db.$transaction(async (tx) => {
      const rows = await tx.assignment.updateManyAndReturn({
        where: {
          id,
          workspaceId,
          status: 'offered',
          ...(agentId ? { agentId } : { expiresAt: { lte: new Date() } }),
        },
        data: { status, endedAt: new Date() },
      });
      if (rows.length > 0) {
        await tx.outbox.create({
          data: { id: uuidv7(), workspaceId, topic: 'escalation', payload: { type: 'route', workspaceId } },
        });
      }
      return rows;
    });
    this.relay.wake();
    for (const assignment of ended) this.realtime.withdrawn(assignment.agentId, assignment.id);
  }
}

/** Conversations the agent owns and offers that wait for an answer. */
async function currentLoad(tx: Transaction, workspaceId: string, agentId: string): Promise<number> {
  const owned = await tx.conversation.count({ where: { workspaceId, ownerId: agentId, status: 'open' } });
  return owned + (await tx.assignment.count({ where: { workspaceId, agentId, status: 'offered' } }));
}

/** The agent before, if any, is no longer responsible. */
async function releaseAssignment(tx: Transaction, conversation: Conversation, except?: string): Promise<void> {
  await tx.assignment.updateMany({
    where: {
      workspaceId: conversation.workspaceId,
      conversationId: conversation.id,
      status: 'accepted',
      NOT: { id: except ?? uuidv7() },
    },
    data: { status: 'released', endedAt: new Date() },
  });
}

async function recordAssignment(tx: Transaction, conversation: Conversation, agent: AgentActor): Promise<void> {
  const { workspaceId, id: conversationId } = conversation;
  const now = new Date();
  await tx.assignment.create({
    data: {
      id: uuidv7(),
      workspaceId,
      conversationId,
      agentId: agent.userId,
      status: 'accepted',
      offeredAt: now,
      expiresAt: now,
    },
  });
}
