import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { DecisionKind, EscalationReason, InferenceJob, QuickReply, RankedIntent } from '#contracts';
import {
  DATABASE,
  Statements,
  type Conversation,
  type Database,
  type Message,
  type RawQueries,
  type Transaction,
} from '#database';
import { appendMessage, lockConversation } from '../append.js';
import { OutboxRelay } from '#messaging';
import { moveToQueue } from '../handoff/waiting-line.js';
import { ChangeNews } from '../inbox/change-news.js';

/** What the bot needs to know to act on one visitor message. */
export interface BotTurn {
  workspaceId: string;
  conversationId: string;
  contactId: string;
  messageId: string;
  text: string;
  /** The visitor's message before this one in the same episode. */
  previousText: string | null;
  /** The bot's last message before this one in the same episode. */
  lastBotText: string | null;
  /** Decisions of this episode so far, oldest first. */
  decisions: { kind: DecisionKind; intentId: string | null }[];
  /** The write below holds only while the conversation still has this epoch. */
  ownerEpoch: number;
}

export interface TurnOutcome {
  prediction: {
    modelVersionId: string;
    confidence: number;
    oosScore: number;
    topK: RankedIntent[];
    similar?: { exampleId: string; similarity: number }[];
  } | null;
  decision: { kind: DecisionKind; reason?: EscalationReason; intentId?: string };
  /** Needed for answer and clarify. */
  reply?: { text: string; quickReplies?: QuickReply[] };
}

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

  /** Null when there is nothing to do: decided, owned by people, or gone. */
  async load(job: InferenceJob): Promise<BotTurn | null> {
    const [row] = await this.statements.$queryRaw<(BotTurn & { lastBotText: string | null })[]>`
      SELECT m."workspaceId", m."conversationId", c."contactId", m.id AS "messageId", m.text, c."ownerEpoch",
        (SELECT text FROM message p WHERE p."conversationId" = c.id AND p.seq < m.seq AND p.seq >= e."firstSeq"
          AND p.kind = 'inbound' ORDER BY p.seq DESC LIMIT 1) AS "previousText",
        (SELECT text FROM message p WHERE p."conversationId" = c.id AND p.seq < m.seq AND p.seq >= e."firstSeq"
          AND p.kind = 'outbound' AND p."senderType" = 'bot' ORDER BY p.seq DESC LIMIT 1) AS "lastBotText",
        ARRAY(SELECT json_build_object('kind', d.kind, 'intentId', d."intentId") FROM decision d
          JOIN message p ON p.id = d."messageId"
          WHERE d."conversationId" = c.id AND p.seq >= e."firstSeq" ORDER BY p.seq) AS decisions
      FROM message m JOIN conversation c ON c.id = m."conversationId" JOIN episode e ON e.id = c."episodeId"
      WHERE m.id = ${job.messageId}::uuid AND m."workspaceId" = ${job.workspaceId}::uuid
        AND m."awaitingDecision" AND c."ownerType" = 'bot'`;
    return row ?? null;
  }

  async apply(turn: BotTurn, outcome: TurnOutcome): Promise<TurnResult> {
    const written: Message[] = [];
    const { decision } = outcome;
    const attempt = async <T extends RawQueries>(
      tx: T,
      act: (tx: T, conversation: Conversation) => Promise<Message[]>,
    ): Promise<TurnResult> => {
      const conversation = await lockConversation(tx, turn.workspaceId, turn.conversationId);
      if (conversation.ownerType !== 'bot' || conversation.ownerEpoch !== turn.ownerEpoch) return 'stale';
      if (!(await recordDecision(tx, turn, outcome))) return 'decided';
      written.push(...(await act(tx, conversation)));
      return 'applied';
    };
    const result =
      decision.kind === 'escalate'
        ? await this.db.$transaction((tx) => attempt<Transaction>(tx, handOver(turn, decision.reason)))
        : await this.statements.$transaction((tx) => attempt(tx, speak(outcome)));
    if (result !== 'applied') return result;
    if (decision.kind === 'escalate') this.relay.wake();
    for (const message of written) this.news.message(turn.contactId, message);
    return result;
  }

  /** Visitor messages that have waited longer than `seconds` for a decision, oldest first: the sweep's work. */
  async overdue(seconds: number, limit = 100): Promise<InferenceJob[]> {
    return this.db.$queryRaw<InferenceJob[]>`
      SELECT "workspaceId", "conversationId", id AS "messageId" FROM message
      WHERE "awaitingDecision" AND "createdAt" < now() - make_interval(secs => ${seconds})
      ORDER BY "createdAt" LIMIT ${limit}`;
  }

  /** Model down, late or crashing: the message goes to people. */
  async fail(job: InferenceJob): Promise<TurnResult> {
    const turn = await this.load(job);
    if (!turn) return 'decided';
    return this.apply(turn, { prediction: null, decision: { kind: 'escalate', reason: 'system_failure' } });
  }
}

async function recordDecision(tx: RawQueries, turn: BotTurn, { prediction, decision }: TurnOutcome): Promise<boolean> {
  const { messageId, workspaceId, conversationId, ownerEpoch } = turn;
  const inserted = await tx.$executeRaw`
      WITH settled AS (UPDATE message SET "awaitingDecision" = false WHERE id = ${messageId}::uuid)
      INSERT INTO decision ("messageId", "workspaceId", "conversationId", kind, reason, "intentId", "modelVersionId", "ownerEpoch")
      VALUES (${messageId}::uuid, ${workspaceId}::uuid, ${conversationId}::uuid, ${decision.kind}::"DecisionKind",
        ${decision.reason ?? null}::"EscalationReason", ${decision.intentId ?? null}::uuid,
        ${prediction?.modelVersionId ?? null}::uuid, ${ownerEpoch})
      ON CONFLICT ("messageId") DO NOTHING`;
  if (inserted === 0) return false;
  if (prediction) {
    await tx.$executeRaw`
        INSERT INTO prediction ("messageId", "workspaceId", "conversationId", "modelVersionId", confidence, "oosScore", "topK", "similar")
        VALUES (${messageId}::uuid, ${workspaceId}::uuid, ${conversationId}::uuid, ${prediction.modelVersionId}::uuid,
          ${prediction.confidence}, ${prediction.oosScore}, ${JSON.stringify(prediction.topK)}::jsonb,
          ${JSON.stringify(prediction.similar ?? [])}::jsonb)`;
  }
  return true;
}

function handOver(turn: BotTurn, reason: EscalationReason = 'low_confidence') {
  return (tx: Transaction, conversation: Conversation) => moveToQueue(tx, conversation, reason, turn.messageId);
}

function speak({ prediction, decision, reply }: TurnOutcome) {
  return async (tx: RawQueries, conversation: Conversation) => {
    if (!reply) throw new Error(`A decision to ${decision.kind} needs a reply`);
    const message = await appendMessage(tx, conversation, {
      kind: 'outbound',
      senderType: 'bot',
      text: reply.text,
      quickReplies: reply.quickReplies,
      clientMessageId: uuidv7(),
      modelVersionId: prediction?.modelVersionId,
    });
    return [message];
  };
}
