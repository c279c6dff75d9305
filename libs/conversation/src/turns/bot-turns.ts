import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { InferenceJob, RankedIntent } from '#contracts';
import { DATABASE, Prisma, Statements, violates, type Database, type Message } from '#database';
import { decide, type Settled, type Turn } from '#decision';
import { OutboxRelay } from '#messaging';
import { appendAtOnce, lockConversation } from '../append.js';
import { moveToQueue } from '../handoff/waiting-line.js';
import { ChangeNews } from '../inbox/change-news.js';

/** One visitor message that the bot owes a decision. */
export interface BotTurn extends Turn {
  workspaceId: string;
  conversationId: string;
  contactId: string;
  messageId: string;
  /** The write below holds only while the conversation still has this epoch. */
  ownerEpoch: number;
  /** A keyed hash of the address that the contact's newest session was opened from; null: none is known. */
  addressHash: string | null;
}

export interface TurnOutcome {
  /** Null where no model has read the message. */
  prediction: {
    modelVersionId: string;
    confidence: number;
    oosScore: number;
    topK: RankedIntent[];
    similar?: { exampleId: string; similarity: number }[];
  } | null;
  decision: Settled;
}

/** `stale`: somebody else owns the conversation now; `decided`: this message has its decision already. */
export type TurnResult = 'applied' | 'stale' | 'decided';

/** Of what a contact wrote before in the episode, the bot looks at so much. */
const maxEarlier = 50;

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
        ARRAY(SELECT json_build_object('text', p.text, 'decision',
            CASE WHEN d."messageId" IS NOT NULL THEN json_build_object('kind', d.kind, 'rule', d.rule, 'intentId', d."intentId", 'slot', d.slot) END)
          FROM message p LEFT JOIN decision d ON d."messageId" = p.id
          WHERE p."conversationId" = c.id AND p.seq < m.seq AND p.seq >= e."firstSeq" AND p.kind = 'inbound'
          ORDER BY p.seq DESC LIMIT ${maxEarlier}) AS earlier,
        (SELECT json_build_object('text', p.text, 'quickReplies', p."quickReplies") FROM message p WHERE p."conversationId" = c.id AND p.seq >= e."firstSeq"
          AND p.kind = 'outbound' AND p."senderType" = 'bot' ORDER BY p.seq DESC LIMIT 1) AS "lastBot"
      FROM conversation c JOIN episode e ON e.id = c."episodeId" JOIN contact t ON t.id = c."contactId"
        JOIN message m ON m."conversationId" = c.id
      WHERE c.id = ${conversationId}::uuid AND c."workspaceId" = ${workspaceId}::uuid AND c."ownerType" = 'bot'
        AND m."awaitingDecision" AND m.seq <= (SELECT seq FROM message WHERE id = ${messageId}::uuid)
      ORDER BY m.seq LIMIT 1`;
    return turn ?? null;
  }

  async apply(turn: BotTurn, outcome: TurnOutcome): Promise<TurnResult> {
    return outcome.decision.kind === 'escalate' ? this.handOver(turn, outcome) : this.speak(turn, outcome);
  }

  /** Visitor messages that have waited longer than `seconds` for a decision, oldest first: the sweep's work. */
  async overdue(seconds: number, limit = 100): Promise<InferenceJob[]> {
    return this.db.$queryRaw<InferenceJob[]>`
      SELECT "workspaceId", "conversationId", id AS "messageId" FROM message
      WHERE "awaitingDecision" AND "createdAt" < now() - make_interval(secs => ${seconds})
      ORDER BY "createdAt" LIMIT ${limit}`;
  }

  /** Model down, late or crashing. */
  async fail(job: InferenceJob): Promise<TurnResult> {
    const turn = await this.load(job);
    return turn ? this.apply(turn, { prediction: null, decision: decide(turn, null) }) : 'decided';
  }

  /** Decision, prediction and the bot's words, by one statement. */
  private async speak(turn: BotTurn, outcome: TurnOutcome): Promise<TurnResult> {
    const { decision, prediction } = outcome;
    const [reply] = decision.replies;
    if (!reply) throw new Error(`A decision to ${decision.kind} needs a reply`);
    const draft = {
      ...reply,
      id: uuidv7(),
      kind: 'outbound',
      senderType: 'bot',
      clientMessageId: uuidv7(),
      modelVersionId: prediction?.modelVersionId,
    } as const;
    const stillTheBots = Prisma.sql`c.id = ${turn.conversationId}::uuid AND c."workspaceId" = ${turn.workspaceId}::uuid
      AND c."ownerType" = 'bot' AND c."ownerEpoch" = ${turn.ownerEpoch}`;
    try {
      const also = Prisma.sql`, ${record(turn, outcome, Prisma.sql`FROM moved`)}`;
      const message = await appendAtOnce(this.statements, stillTheBots, draft, also);
      if (!message) return 'stale';
      this.news.plainMessage(turn.contactId, message);
      return 'applied';
    } catch (error) {
      if (violates(error, 'decision_pkey')) return 'decided';
      throw error;
    }
  }

  private async handOver(turn: BotTurn, outcome: TurnOutcome): Promise<TurnResult> {
    const { workspaceId, conversationId, messageId, ownerEpoch, contactId } = turn;
    const reason = outcome.decision.kind === 'escalate' ? outcome.decision.reason : 'low_confidence';
    const written: Message[] = [];
    const result = await this.db.$transaction(async (tx): Promise<TurnResult> => {
      const conversation = await lockConversation(tx, workspaceId, conversationId);
      if (conversation.ownerType !== 'bot' || conversation.ownerEpoch !== ownerEpoch) return 'stale';
      const undecided = Prisma.sql`WHERE NOT EXISTS (SELECT FROM decision WHERE "messageId" = ${messageId}::uuid)`;
      const [recorded] = await tx.$queryRaw<unknown[]>`
        WITH ${record(turn, outcome, undecided)} SELECT "messageId" FROM decided`;
      if (!recorded) return 'decided';
      written.push(...(await moveToQueue(tx, conversation, reason, messageId)));
      return 'applied';
    });
    if (result !== 'applied') return result;
    this.relay.wake();
    for (const message of written) this.news.message(contactId, message);
    return result;
  }
}

/** The parts of a statement that write a decision and its prediction and settle the message; `from`: the rows to do it for, one or none. */
function record(turn: BotTurn, { decision, prediction }: TurnOutcome, from: Prisma.Sql): Prisma.Sql {
  const { messageId, workspaceId, conversationId, ownerEpoch } = turn;
  const predicted = prediction
    ? Prisma.sql`, predicted AS (
        INSERT INTO prediction ("messageId", "workspaceId", "conversationId", "modelVersionId", confidence, "oosScore", "topK", "similar")
        SELECT "messageId", ${workspaceId}::uuid, ${conversationId}::uuid, ${prediction.modelVersionId}::uuid,
          ${prediction.confidence}::float8, ${prediction.oosScore}::float8, ${JSON.stringify(prediction.topK)}::jsonb,
          ${JSON.stringify(prediction.similar ?? [])}::jsonb FROM decided)`
    : Prisma.empty;
  return Prisma.sql`decided AS (
      INSERT INTO decision ("messageId", "workspaceId", "conversationId", kind, rule, reason, "intentId", slot, "modelVersionId", "ownerEpoch")
      SELECT ${messageId}::uuid, ${workspaceId}::uuid, ${conversationId}::uuid, ${decision.kind}::"DecisionKind",
        ${decision.rule}::"DecisionRule", ${decision.kind === 'escalate' ? decision.reason : null}::"EscalationReason", ${'intentId' in decision ? decision.intentId : null}::uuid,
        ${(decision.kind === 'ask_slot' && decision.slot) || null}, ${prediction?.modelVersionId ?? null}::uuid, ${ownerEpoch}::int ${from}
      RETURNING "messageId"
    )${predicted}, settled AS (
      UPDATE message SET "awaitingDecision" = false FROM decided WHERE id = decided."messageId")`;
}
