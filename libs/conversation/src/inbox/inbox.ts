import { Inject, Injectable } from '@nestjs/common';
import {
  BatonError,
  type AgentSyncPage,
  type DecisionEvidence,
  type ConversationDetail,
  type ConversationItem,
  type DecisionKind,
  type DecisionRule,
  type InboxCount,
  type InboxCursor,
  type InboxPage,
  type InboxQuery,
  type OfferView,
  type PredictionView,
  type RankedIntent,
} from '#contracts';
import { DATABASE, Prisma, type Assignment, type Database, type RawQueries } from '#database';
import type { AgentActor } from '../actors.js';
import { extrasOf } from '../attachments.js';
import { inboxCounts, readMarks } from './counts.js';
import {
  filterCondition,
  orderBy,
  orderOf,
  pageCondition,
  priorities,
  slaDueAt,
  viewCondition,
} from './list-conditions.js';
import { subjectOf } from '../subject.js';
import {
  conversationItem,
  conversationItemSource,
  findItems,
  firstPage,
  messageView,
  type ConversationItemRow,
} from './views.js';

const syncPageSize = 200;

/** What agents read: lists by view, one conversation with its history, and what they missed. */
@Injectable()
export class Inbox {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async list(agent: AgentActor, query: InboxQuery, after: InboxCursor | undefined, limit: number): Promise<InboxPage> {
    const by = orderOf(query);
    const rows = await this.db.$queryRaw<ConversationItemRow[]>`
      ${conversationItemSource}
      WHERE c."workspaceId" = ${agent.workspaceId}::uuid AND ${viewCondition(query.view, agent.userId)}
      ${filterCondition(query.filter)} ${after ? pageCondition(by, after) : Prisma.empty}
      ${orderBy(by)} LIMIT ${limit + 1}`;
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    const ids = page.map(({ id }) => id);
    const [counts, reads, nextCursor] = await Promise.all([
      inboxCounts(this.db, agent),
      readMarks(this.db, agent, ids),
      last ? cursorAfter(this.db, query, last) : null,
    ]);
    return { items: page.map(conversationItem), nextCursor, counts, reads };
  }

  async counts(agent: AgentActor, conversationIds: string[]): Promise<InboxCount> {
    const [counts, reads] = await Promise.all([
      inboxCounts(this.db, agent),
      readMarks(this.db, agent, conversationIds),
    ]);
    return { counts, reads };
  }

  /** One page of history that ends before `beforeSeq`, or the newest, with the evidence behind each bot decision. */
  async open(
    agent: AgentActor,
    conversationId: string,
    beforeSeq: number | undefined,
    limit: number,
  ): Promise<ConversationDetail> {
    const { workspaceId } = agent;
    const [found] = await findItems(this.db, workspaceId, [conversationId]);
    if (!found) throw new BatonError('CONVERSATION_UNKNOWN');
    const newestFirst = await this.db.message.findMany({
      where: { workspaceId, conversationId, ...(beforeSeq ? { seq: { lt: beforeSeq } } : {}) },
      orderBy: { seq: 'desc' },
      take: limit + 1,
    });
    const messages = firstPage(newestFirst, limit).reverse();
    const ids = messages.map((message) => message.id);
    const [contact, predictions, [offer], extras] = await Promise.all([
      this.db.contact.findFirstOrThrow({ where: { id: found.contactId, workspaceId } }),
      this.predictions(workspaceId, messages),
      this.openOffers(agent, Prisma.sql`"conversationId" = ${conversationId}::uuid`),
      extrasOf(this.db, ids, 'agent'),
    ]);
    return {
      item: found.item,
      seen: found.seen,
      contact: {
        id: contact.id,
        name: contact.name,
        email: contact.email,
        createdAt: contact.createdAt.toISOString(),
      },
      messages: messages.map((message) => messageView(message, 'agent', extras.get(message.id))),
      hasMore: newestFirst.length > messages.length,
      predictions,
      focal: await this.focal(workspaceId, found.item),
      offer: offer ? { assignmentId: offer.id, expiresAt: offer.expiresAt.toISOString() } : null,
    };
  }

  async sync(agent: AgentActor, conversationId: string, lastSeq: number): Promise<AgentSyncPage> {
    const { workspaceId } = agent;
    await this.require(agent, conversationId);
    const messages = await this.db.message.findMany({
      where: { workspaceId, conversationId, seq: { gt: lastSeq } },
      orderBy: { seq: 'asc' },
      take: syncPageSize + 1,
    });
    const page = firstPage(messages, syncPageSize);
    const extras = await extrasOf(
      this.db,
      page.map((message) => message.id),
      'agent',
    );
    return {
      messages: page.map((message) => messageView(message, 'agent', extras.get(message.id))),
      predictions: await this.predictions(workspaceId, page),
      hasMore: messages.length > page.length,
    };
  }

  /** Throws CONVERSATION_UNKNOWN unless it is of the agent's workspace. */
  async require({ workspaceId }: AgentActor, id: string): Promise<void> {
    if ((await this.db.conversation.count({ where: { id, workspaceId } })) === 0) {
      throw new BatonError('CONVERSATION_UNKNOWN');
    }
  }

  /** By which a write on behalf of its owner is fenced. Throws CONVERSATION_UNKNOWN. */
  async ownerEpoch({ workspaceId }: AgentActor, id: string): Promise<number> {
    const conversation = await this.db.conversation.findFirst({ where: { id, workspaceId } });
    if (!conversation) throw new BatonError('CONVERSATION_UNKNOWN');
    return conversation.ownerEpoch;
  }

  /** Offers that wait for this agent's answer. */
  async offers(agent: AgentActor): Promise<OfferView[]> {
    const waiting = await this.openOffers(agent);
    const found = await findItems(
      this.db,
      agent.workspaceId,
      waiting.map(({ conversationId }) => conversationId),
    );
    const items = new Map(found.map(({ item }) => [item.id, item]));
    return waiting.flatMap(({ id, conversationId, expiresAt }) => {
      const conversation = items.get(conversationId);
      return conversation ? [{ assignmentId: id, conversation, expiresAt: expiresAt.toISOString() }] : [];
    });
  }

  private openOffers({ workspaceId, userId }: AgentActor, which = Prisma.sql`true`): Promise<Assignment[]> {
    return this.db.$queryRaw<Assignment[]>`
      SELECT * FROM assignment WHERE "workspaceId" = ${workspaceId}::uuid AND "agentId" = ${userId}::uuid
        AND status = 'offered' AND "expiresAt" > now() AND ${which} ORDER BY "offeredAt"`;
  }

  /** Of the message that the episode is about, however far up it stands. */
  private async focal(workspaceId: string, { id, episode }: ConversationItem): Promise<PredictionView | null> {
    if (!episode) return null;
    const read = await this.db.$queryRaw<{ id: string; text: string; kind: DecisionKind; rule: DecisionRule | null }[]>`
      SELECT m.id, m.text, d.kind, d.rule FROM message m JOIN decision d ON d."messageId" = m.id
        JOIN prediction p ON p."messageId" = m.id
      WHERE m."conversationId" = ${id}::uuid AND m."workspaceId" = ${workspaceId}::uuid AND m.seq >= ${episode.firstSeq}
      ORDER BY m.seq`;
    const subject = subjectOf(
      read.map(({ kind, rule, ...message }) => ({ ...message, decision: { kind, rule }, wasRead: true })),
    );
    return subject ? ((await this.predictions(workspaceId, [subject]))[0] ?? null) : null;
  }

  private async predictions(workspaceId: string, messages: { id: string }[]): Promise<PredictionView[]> {
    const where = { workspaceId, messageId: { in: messages.map(({ id }) => id) } };
    const [decisions, predictions] = await Promise.all([
      this.db.decision.findMany({ where }),
      this.db.prediction.findMany({ where }),
    ]);
    const settled = decisions.flatMap(({ intentId }) => intentId ?? []);
    const intents = await this.db.intent.findMany({ where: { workspaceId, id: { in: settled } } });
    const nameOf = new Map(intents.map(({ id, name }) => [id, name]));
    const byMessage = new Map(predictions.map((prediction) => [prediction.messageId, prediction]));
    return decisions.map((decision) => {
      const prediction = byMessage.get(decision.messageId);
      return {
        messageId: decision.messageId,
        modelVersionId: decision.modelVersionId,
        decision: decision.kind,
        rule: decision.rule,
        reason: decision.reason,
        intent: (decision.intentId && nameOf.get(decision.intentId)) ?? null,
        confidence: prediction?.confidence ?? 0,
        oosScore: prediction?.oosScore ?? 0,
        topK: (prediction?.topK ?? []) as unknown as RankedIntent[],
        threshold: decision.threshold,
        evidence: decision.evidence as DecisionEvidence | null,
      };
    });
  }
}

/** What the page's last row has of what the list is sorted by. */
async function cursorAfter(db: RawQueries, query: InboxQuery, row: ConversationItemRow): Promise<string> {
  const { id, orderedAt, lastMessageAt, waitingSince, priority } = row;
  const cursor = (at: Date | null, rank = 0) => `${at?.toISOString() ?? ''}_${id}_${rank}`;
  switch (orderOf(query)) {
    case 'line':
      return cursor(orderedAt);
    case 'newest':
    case 'oldest':
      return cursor(lastMessageAt);
    case 'waiting_longest':
      return cursor(waitingSince);
    case 'priority':
      return cursor(lastMessageAt, priorities.indexOf(priority));
    case 'sla': {
      const [due] = await db.$queryRaw<{ at: Date | null }[]>`
        SELECT ${slaDueAt} AS at FROM conversation c WHERE c.id = ${id}::uuid`;
      return cursor(due?.at ?? null);
    }
  }
}
