import { Inject, Injectable } from '@nestjs/common';
import type { Agreement } from '#contracts';
import { actorName, DATABASE, Prisma, type Database } from '#database';
import { proportionOf } from './figures.js';
import { dayBegins, timeZoneOf } from './time-zone.js';

interface LabelCounts {
  /** Null: all agents together. */
  agentId: string | null;
  name: string | null;
  guessed: number;
  agreed: number;
  guessedShuffled: number;
  agreedShuffled: number;
  picked: number;
  pickedFirst: number;
  again: number;
  stood: number;
}

/** How often labels agree: agents' with the model's guesses, and agents' with one another's. */
@Injectable()
export class Agreements {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async agreement(workspaceId: string, { from, to }: { from: string; to: string }): Promise<Agreement> {
    const timeZone = await timeZoneOf(this.db, workspaceId);
    const given = (row: Prisma.Sql) => Prisma.sql`${row}."workspaceId" = ${workspaceId}::uuid
      AND ${row}."createdAt" >= ${dayBegins(from, timeZone)} AND ${row}."createdAt" < ${dayBegins(to, timeZone, 1)}`;
    const labelled = Prisma.sql`${given(Prisma.sql`r`)} AND r.kind <> 'unlabelled'`;
    const [rows, [pairs]] = await Promise.all([
      this.labels(workspaceId, labelled, given(Prisma.sql`later`)),
      this.sameWords(labelled),
    ]);
    const all = rows.find(({ agentId }) => agentId === null);
    const agents = rows.flatMap(({ agentId, name, ...counts }) =>
      agentId === null ? [] : [{ id: agentId, name: name ?? 'Removed agent', ...sharesOf(counts) }],
    );
    return {
      ...sharesOf(all ?? { agreed: 0, guessed: 0, stood: 0, again: 0 }),
      withModelShuffled: proportionOf(all?.agreedShuffled ?? 0, all?.guessedShuffled ?? 0),
      firstPicked: proportionOf(all?.pickedFirst ?? 0, all?.picked ?? 0),
      sameWords: proportionOf(pairs!.alike, pairs!.pairs),
      agents: agents.sort((a, b) => b.withModel.of - a.withModel.of || a.name.localeCompare(b.name)),
    };
  }

  /**
   * By agent, and one row for all of them. A label was looked at again where a colleague gave one of the same request after it, or
   * changed its training row, or let that stand.
   */
  private labels(workspaceId: string, labelled: Prisma.Sql, secondLook: Prisma.Sql): Promise<LabelCounts[]> {
    return this.db.$queryRaw<LabelCounts[]>`
      WITH label AS (
        SELECT r."agentId", r."predictedIntentId" IS NOT NULL AS guessed, r.kind = 'confirmed' AS agreed, r.shuffled, r."pickedRank",
          false AS again, false AS stood
        FROM resolution r WHERE ${labelled}
        UNION ALL SELECT r."agentId", false, false, false, NULL, true, t."intentId" IS NOT DISTINCT FROM r."intentId"
        FROM ${taught} WHERE ${labelled} AND t."changedById" <> r."agentId"
        UNION ALL SELECT earlier."agentId", false, false, false, NULL, true,
          later."intentId" IS NOT DISTINCT FROM earlier."intentId" AND later."outOfScope" = earlier."outOfScope"
        FROM ${relabelled} WHERE ${secondLook} AND later."agentId" <> earlier."agentId"
      ), counted AS (
        SELECT "agentId", count(*) FILTER (WHERE guessed)::int AS guessed, count(*) FILTER (WHERE guessed AND agreed)::int AS agreed,
          count(*) FILTER (WHERE guessed AND shuffled)::int AS "guessedShuffled",
          count(*) FILTER (WHERE guessed AND shuffled AND agreed)::int AS "agreedShuffled",
          count(*) FILTER (WHERE shuffled AND "pickedRank" IS NOT NULL)::int AS picked,
          count(*) FILTER (WHERE shuffled AND "pickedRank" = 1)::int AS "pickedFirst",
          count(*) FILTER (WHERE again)::int AS again, count(*) FILTER (WHERE again AND stood)::int AS stood
        FROM label GROUP BY GROUPING SETS (("agentId"), ())
      )
      SELECT counted.*, ${actorName(workspaceId, Prisma.sql`counted."agentId"`)} AS name FROM counted`;
  }

  /** Each label against the one before of the same words, where another agent gave that. */
  private sameWords(labelled: Prisma.Sql): Promise<{ pairs: number; alike: number }[]> {
    return this.db.$queryRaw`
      WITH worded AS (
        SELECT r."agentId", r."intentId", lag(r."agentId") OVER same AS "agentBefore", lag(r."intentId") OVER same AS "intentBefore"
        FROM ${taught} WHERE ${labelled}
        WINDOW same AS (PARTITION BY lower(t.text) ORDER BY r."createdAt", r.id)
      )
      SELECT count(*)::int AS pairs, count(*) FILTER (WHERE "intentId" IS NOT DISTINCT FROM "intentBefore")::int AS alike
      FROM worded WHERE "agentBefore" <> "agentId"`;
  }
}

/** Labels (r) with the training rows (t) that they gave. A resolution that labels several messages gives a row for each: this is its own. */
const taught = Prisma.sql`resolution r JOIN training_example t ON t."resolutionId" = r.id AND t."workspaceId" = r."workspaceId"
  AND coalesce(t."messageId" = r."messageId", true)`;

/** Labels (later) with the one before of the same request (earlier): what was said first, at the closing, has none. */
const relabelled = Prisma.sql`intent_label later CROSS JOIN LATERAL (
    SELECT l."agentId", l."intentId", l."outOfScope" FROM intent_label l
    WHERE l."resolutionId" = later."resolutionId" AND l."messageId" = later."messageId"
      AND l."spanFrom" IS NOT DISTINCT FROM later."spanFrom" AND (l."createdAt", l.id) < (later."createdAt", later.id)
    ORDER BY l."createdAt" DESC, l.id DESC LIMIT 1
  ) earlier`;

type Shares = Pick<LabelCounts, 'agreed' | 'guessed' | 'stood' | 'again'>;

function sharesOf({ agreed, guessed, stood, again }: Shares): Pick<Agreement, 'withModel' | 'lookedAtAgain'> {
  return { withModel: proportionOf(agreed, guessed), lookedAtAgain: proportionOf(stood, again) };
}
