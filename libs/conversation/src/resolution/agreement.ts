import type { RawQueries } from '#database';

/** Of `n` comparisons, how many agreed. */
export interface Share {
  n: number;
  agreed: number;
}

export interface Agreement {
  /** Labels given at closings that were what the model had thought likeliest. */
  withModel: Share;
  /** Labels that another agent looked at again, and left as they were. */
  betweenAgents: Share;
  /** Picks of what stood first, where the bot was unsure: in the model's order, and in drawn order. */
  firstPlace: { ordered: Share; drawn: Share };
}

/**
 * How far agents agree with the model and with each other, over closings and second looks from `from` (inclusive) to `to`.
 * Between agents: each label against the one before it of the same message, or part of it, where the two are of different agents. The
 * label itself is the intent, "none of the shop's topics", or "no question". With the model: the first label of each.
 */
export async function readAgreement(db: RawQueries, workspaceId: string, from: Date, to: Date): Promise<Agreement> {
  const [labels] = await db.$queryRaw<Record<'withModel' | 'agreedWithModel' | 'again' | 'agreedAgain', number>[]>`
    WITH said AS (
      SELECT "createdAt", "agentId", "intentId", "outOfScope", "predictedIntentId",
        lag("agentId") OVER earlier AS "agentBefore", lag("intentId") OVER earlier AS "intentBefore",
        lag("outOfScope") OVER earlier AS "outOfScopeBefore"
      FROM intent_label WHERE "workspaceId" = ${workspaceId}::uuid
      WINDOW earlier AS (PARTITION BY "resolutionId", "messageId", "spanFrom" ORDER BY "createdAt", id)
    ), kept AS (SELECT * FROM said WHERE "createdAt" >= ${from} AND "createdAt" < ${to})
    SELECT count(*) FILTER (WHERE first AND "predictedIntentId" IS NOT NULL)::int AS "withModel",
      count(*) FILTER (WHERE first AND "predictedIntentId" = "intentId")::int AS "agreedWithModel",
      count(*) FILTER (WHERE again)::int AS again,
      count(*) FILTER (WHERE again AND "intentId" IS NOT DISTINCT FROM "intentBefore"
        AND "outOfScope" = "outOfScopeBefore")::int AS "agreedAgain"
    FROM kept, LATERAL (SELECT "agentBefore" IS NULL AND ("intentId" IS NOT NULL OR "outOfScope") AS first,
      "agentBefore" <> "agentId" AS again) compared`;
  const picks = await db.$queryRaw<{ shuffled: boolean; n: number; agreed: number }[]>`
    SELECT shuffled, count(*)::int AS n, count(*) FILTER (WHERE "pickedRank" = 1)::int AS agreed
    FROM resolution WHERE "workspaceId" = ${workspaceId}::uuid AND "pickedRank" IS NOT NULL
      AND "createdAt" >= ${from} AND "createdAt" < ${to}
    GROUP BY shuffled`;
  const place = (drawn: boolean): Share => {
    const { n = 0, agreed = 0 } = picks.find(({ shuffled }) => shuffled === drawn) ?? {};
    return { n, agreed };
  };
  return {
    withModel: { n: labels!.withModel, agreed: labels!.agreedWithModel },
    betweenAgents: { n: labels!.again, agreed: labels!.agreedAgain },
    firstPlace: { ordered: place(false), drawn: place(true) },
  };
}
