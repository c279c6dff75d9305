import type { EscalationReason } from '#contracts';
import type { Conversation, Transaction } from '#database';

/** What a waiting conversation is about, as far as the bot knows: BCP 47 primary language, and an intent's name. */
export interface Subject {
  language: string | null;
  topic: string | null;
}

/** A guess below this routes to nobody in particular. */
const sureEnough = 0.5;

/** By the newest message of the episode that the bot read; else by the language of the widget. */
export async function subjectOf(tx: Transaction, { id, episodeId }: Conversation): Promise<Subject> {
  const [found] = await tx.$queryRaw<Subject[]>`
    SELECT lower(split_part(coalesce(d.evidence->>'language', e.locale), '-', 1)) AS language,
      CASE WHEN (p."topK"->0->>'confidence')::float8 >= ${sureEnough} THEN p."topK"->0->>'intent' END AS topic
    FROM episode e
    LEFT JOIN LATERAL (
      SELECT d.* FROM decision d JOIN message m ON m.id = d."messageId"
      WHERE d."conversationId" = ${id}::uuid AND m.seq >= e."firstSeq" AND d.kind <> 'small_talk' ORDER BY m.seq DESC LIMIT 1
    ) d ON true
    LEFT JOIN prediction p ON p."messageId" = d."messageId"
    WHERE e.id = ${episodeId}::uuid`;
  return found ?? { language: null, topic: null };
}

/** The team of the first rule that holds; null: anybody's. */
export async function teamFor(
  tx: Transaction,
  { workspaceId, inboxId }: Conversation,
  { language, topic, reason }: Subject & { reason: EscalationReason },
): Promise<string | null> {
  const [rule] = await tx.$queryRaw<{ teamId: string }[]>`
    SELECT "teamId" FROM routing_rule WHERE "workspaceId" = ${workspaceId}::uuid
      AND ("inboxId" IS NULL OR "inboxId" = ${inboxId}::uuid) AND (intent IS NULL OR intent = ${topic})
      AND (reason IS NULL OR reason = ${reason}::"EscalationReason") AND (language IS NULL OR language = ${language})
    ORDER BY position LIMIT 1`;
  return rule?.teamId ?? null;
}
