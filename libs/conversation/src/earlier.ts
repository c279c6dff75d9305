import { Prisma } from '#database';

/** Of what a contact wrote before in the episode, the bot looks at so much. */
const maxEarlier = 50;

/**
 * The visitor's messages of an episode (e) of a conversation (c) of which `which` holds, newest first, with what was decided about each:
 * EarlierMessage[] of libs/decision.
 */
export function earlierMessages(which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(each.message), '[]') FROM (SELECT json_build_object('text', p.text, 'decision',
      CASE WHEN d."messageId" IS NOT NULL THEN json_build_object('kind', d.kind, 'rule', d.rule, 'intentId', d."intentId",
        'slot', d.slot, 'leaned', coalesce((d.evidence->>'readAfterPrevious')::boolean, false), 'requests', coalesce(d.evidence->'requests', '[]')) END) AS message
    FROM message p LEFT JOIN decision d ON d."messageId" = p.id
    WHERE p."conversationId" = c.id AND p.seq >= e."firstSeq" AND p.kind = 'inbound' AND ${which}
    ORDER BY p.seq DESC LIMIT ${maxEarlier}) each)`;
}
