import type { RankedIntent } from '#contracts';
import { Prisma } from '#database';
import type { Settled, Turn } from '#decision';

/** One visitor message that the bot owes a decision. */
export interface BotTurn extends Turn {
  workspaceId: string;
  conversationId: string;
  contactId: string;
  messageId: string;
  /** What is written of it holds only while the conversation still has this epoch. */
  ownerEpoch: number;
  /** A keyed hash of the address that the contact's newest session was opened from; null: none is known. */
  addressHash: string | null;
}

export interface TurnOutcome {
  /** Null where no model has read the message. */
  prediction: {
    modelVersionId: string;
    /** From which confidence the version answered. */
    threshold: number;
    confidence: number;
    oosScore: number;
    topK: RankedIntent[];
    similar?: { exampleId: string; similarity: number }[];
  } | null;
  decision: Settled;
}

/** The parts of a statement that write a decision and its prediction and settle the message; `from`: the rows to do it for, one or none. */
export function record(turn: BotTurn, { decision, prediction }: TurnOutcome, from: Prisma.Sql): Prisma.Sql {
  const { messageId, workspaceId, conversationId, ownerEpoch } = turn;
  const reason = decision.kind === 'escalate' ? decision.reason : null;
  const intentId = 'intentId' in decision ? decision.intentId : null;
  const slot = decision.kind === 'ask_slot' ? (decision.slot ?? null) : null;
  const predicted = prediction
    ? Prisma.sql`, predicted AS (
        INSERT INTO prediction ("messageId", "workspaceId", "conversationId", "modelVersionId", confidence, "oosScore", "topK", "similar")
        SELECT "messageId", ${workspaceId}::uuid, ${conversationId}::uuid, ${prediction.modelVersionId}::uuid,
          ${prediction.confidence}::float8, ${prediction.oosScore}::float8, ${JSON.stringify(prediction.topK)}::jsonb,
          ${JSON.stringify(prediction.similar ?? [])}::jsonb FROM decided)`
    : Prisma.empty;
  return Prisma.sql`decided AS (
      INSERT INTO decision ("messageId", "workspaceId", "conversationId", kind, rule, reason, "intentId", slot, threshold, evidence,
        "modelVersionId", "ownerEpoch", "smallTalk", "episodeId")
      SELECT ${messageId}::uuid, ${workspaceId}::uuid, ${conversationId}::uuid, ${decision.kind}::"DecisionKind",
        ${decision.rule}::"DecisionRule", ${reason}::"EscalationReason", ${intentId}::uuid, ${slot},
        ${prediction?.threshold ?? null}::float8, ${JSON.stringify(decision.evidence)}::jsonb,
        ${prediction?.modelVersionId ?? null}::uuid, ${ownerEpoch}::int, ${decision.smallTalk ?? null}::"SmallTalk",
        (SELECT "episodeId" FROM conversation WHERE id = ${conversationId}::uuid) ${from}
      RETURNING "messageId"
    )${predicted}, settled AS (
      UPDATE message SET "awaitingDecision" = false FROM decided WHERE id = decided."messageId")`;
}
