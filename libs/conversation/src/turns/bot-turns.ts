import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { InferenceJob } from '#contracts';
import { DATABASE, Prisma, Statements, violates, type Database, type Message } from '#database';
import { decide } from '#decision';
import { OutboxRelay } from '#messaging';
import { appendAtOnce, appendMessage, DuplicateMessage, lockConversation, type MessageDraft } from '../append.js';
import { earlierMessages } from '../earlier.js';
import { moveToQueue } from '../handoff/waiting-line.js';
import { ChangeNews } from '../inbox/change-news.js';
import { record, type BotTurn, type TurnOutcome } from './record.js';
import { replyId } from '../reply-id.js';

export type { BotTurn, TurnOutcome };

/** `stale`: somebody else owns the conversation now; `decided`: this message has its decision already. */
export type TurnResult = 'applied' | 'stale' | 'decided';

/** The bot's side: read a turn, write its outcome exactly once, and only while the bot owns the conversation. */
@Injectable()
export class BotTurns {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly statements: Statements,
    private readonly news: ChangeNews,
    private readonly relay: OutboxRelay,
  ) {}

  /**
   * The conversation's oldest message without a decision, up to the job's own: so messages are decided in their order, in whatever
   * process, and each turn knows of the ones before. Null when there is nothing to do: decided, owned by people, or gone.
   */
  async load({ workspaceId, conversationId, messageId }: InferenceJob): Promise<BotTurn | null> {
    const [turn] = await this.statements.$queryRaw<BotTurn[]>`
      SELECT m."workspaceId", m."conversationId", c."contactId", m.id AS "messageId", m.text, m."createdAt" AS at, c."ownerEpoch",
        e.locale, json_build_object('name', t.name, 'email', t.email, 'customerId', t."externalId") AS contact,
        (SELECT "addressHash" FROM contact_session s WHERE s."contactId" = c."contactId"
          ORDER BY s."createdAt" DESC LIMIT 1) AS "addressHash",
        ${earlierMessages(Prisma.sql`p.seq < m.seq`)} AS earlier,
        (SELECT json_build_object('text', p.text, 'quickReplies', p."quickReplies") FROM message p
          WHERE p."conversationId" = c.id AND p.seq >= e."firstSeq" AND p.kind = 'outbound' AND p."senderType" = 'bot' ORDER BY p.seq DESC LIMIT 1) AS "lastBot"
      FROM conversation c JOIN episode e ON e.id = c."episodeId" JOIN contact t ON t.id = c."contactId"
        JOIN message m ON m."conversationId" = c.id
      WHERE c.id = ${conversationId}::uuid AND c."workspaceId" = ${workspaceId}::uuid AND c."ownerType" = 'bot'
        AND m."awaitingDecision" AND m.seq <= (SELECT seq FROM message WHERE id = ${messageId}::uuid)
      ORDER BY m.seq LIMIT 1`;
    return turn ?? null;
  }

  /** Writes the decision and all that the bot says with it, in its order. */
  async apply(turn: BotTurn, outcome: TurnOutcome): Promise<TurnResult> {
    const [first, ...more] = repliesOf(turn, outcome);
    if (outcome.decision.kind === 'escalate' || more.length > 0) return this.transact(turn, outcome);
    if (!first) throw new Error(`A decision to ${outcome.decision.kind} needs a reply`);
    return this.speak(turn, outcome, first);
  }

  /** Visitor messages that the bot has owed a decision for longer than `seconds`, oldest first: the sweep's work. */
  async overdue(seconds: number, limit = 100): Promise<InferenceJob[]> {
    return this.db.$queryRaw<InferenceJob[]>`
      SELECT "workspaceId", "conversationId", id AS "messageId" FROM message
      WHERE "awaitingDecision" AND "createdAt" < now() - make_interval(secs => ${seconds})
        AND NOT EXISTS (SELECT FROM message back WHERE back."conversationId" = message."conversationId" AND back.seq > message.seq
          AND back.activity->>'code' = 'handed_back' AND back."createdAt" >= now() - make_interval(secs => ${seconds}))
      ORDER BY "createdAt" LIMIT ${limit}`;
  }

  /** Model down, late or crashing. */
  async fail(job: InferenceJob): Promise<TurnResult> {
    const turn = await this.load(job);
    return turn ? this.apply(turn, { prediction: null, decision: decide(turn, null) }) : 'decided';
  }

  /** One reply, as most decisions have it: by one statement. */
  private async speak(turn: BotTurn, outcome: TurnOutcome, reply: ReplyDraft): Promise<TurnResult> {
    const stillTheBots = Prisma.sql`c.id = ${turn.conversationId}::uuid AND c."workspaceId" = ${turn.workspaceId}::uuid
      AND c."ownerType" = 'bot' AND c."ownerEpoch" = ${turn.ownerEpoch}`;
    try {
      const also = Prisma.sql`, ${record(turn, outcome, Prisma.sql`FROM moved`)}`;
      const message = await appendAtOnce(this.statements, stillTheBots, { ...reply, id: uuidv7() }, also);
      if (!message) return 'stale';
      this.news.plainMessage(turn.contactId, message);
      return 'applied';
    } catch (error) {
      if (error instanceof DuplicateMessage || violates(error, 'decision_pkey')) return 'decided';
      throw error;
    }
  }

  /** Several replies, or a hand-over: what the bot says comes before it, and nothing after it. */
  private async transact(turn: BotTurn, outcome: TurnOutcome): Promise<TurnResult> {
    const { workspaceId, conversationId, messageId, ownerEpoch, contactId } = turn;
    const { decision } = outcome;
    const written: Message[] = [];
    const result = await this.db.$transaction(async (tx): Promise<TurnResult> => {
      const conversation = await lockConversation(tx, workspaceId, conversationId);
      if (conversation.ownerType !== 'bot' || conversation.ownerEpoch !== ownerEpoch) return 'stale';
      const undecided = Prisma.sql`WHERE NOT EXISTS (SELECT FROM decision WHERE "messageId" = ${messageId}::uuid)`;
      const [recorded] = await tx.$queryRaw<unknown[]>`
        WITH ${record(turn, outcome, undecided)} SELECT "messageId" FROM decided`;
      if (!recorded) return 'decided';
      const { lastMessagePreview, lastSenderType } = conversation;
      for (const reply of repliesOf(turn, outcome)) written.push(await appendMessage(tx, conversation, reply));
      if (decision.kind === 'escalate') {
        Object.assign(conversation, { lastMessagePreview, lastSenderType }); // agents look for what the customer wrote
        written.push(...(await moveToQueue(tx, conversation, decision, messageId)));
      }
      return 'applied';
    });
    if (result !== 'applied') return result;
    this.relay.wake();
    for (const message of written) this.news.message(contactId, message);
    return result;
  }
}

type ReplyDraft = MessageDraft & { kind: 'outbound' };

function repliesOf({ messageId }: BotTurn, { decision, prediction }: TurnOutcome): ReplyDraft[] {
  const said = { kind: 'outbound', senderType: 'bot', modelVersionId: prediction?.modelVersionId } as const;
  return decision.replies.map((reply, n) => ({ ...reply, ...said, clientMessageId: replyId(messageId, n) }));
}
