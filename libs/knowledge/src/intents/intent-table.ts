import { Inject, Injectable } from '@nestjs/common';
import { BatonError, type IntentDetail, type IntentRow } from '#contracts';
import { DATABASE, type Database } from '#database';
import { readAnswers } from '../answers/answers.js';
import { typicalReplies } from '../answers/typical-replies.js';
import { maskerOf } from '../masker.js';
import { intentRows, weeksShown, type JudgedAnswers, type KnownIntent, type WeekOfTraffic } from './intent-rows.js';

const shownExamples = 8;
/** The newest replies of an intent say what is usual now. */
const mostReplies = 500;

/** Intents with what became of the messages about them, as people look at them. */
@Injectable()
export class IntentTable {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async rows(workspaceId: string): Promise<IntentRow[]> {
    const [intents, traffic, judged] = await Promise.all([
      this.intents(workspaceId),
      this.traffic(workspaceId),
      this.judged(workspaceId),
    ]);
    return intentRows(intents, traffic, judged);
  }

  /** Throws NOT_FOUND. */
  async row(workspaceId: string, id: string): Promise<IntentRow> {
    const row = (await this.rows(workspaceId)).find((intent) => intent.id === id);
    if (!row) throw new BatonError('NOT_FOUND');
    return row;
  }

  /** Throws NOT_FOUND. */
  async detail(workspaceId: string, id: string): Promise<IntentDetail> {
    const where = { workspaceId, intentId: id };
    const [masked, intent, answers, replies, examples] = await Promise.all([
      maskerOf(this.db, workspaceId),
      this.row(workspaceId, id),
      readAnswers(this.db, where),
      this.db.trainingExample.findMany({
        where: { ...where, reply: { not: null } },
        ...{ select: { reply: true }, orderBy: { createdAt: 'desc' }, take: mostReplies },
      }),
      this.db.trainingExample.findMany({
        where,
        ...{ distinct: ['text'], select: { id: true, text: true }, orderBy: { id: 'desc' }, take: shownExamples },
      }),
    ]);
    return { intent, answers, typicalReplies: typicalReplies(replies.map(({ reply }) => masked(reply!))), examples };
  }

  private async intents(workspaceId: string): Promise<KnownIntent[]> {
    const [intents, counts] = await Promise.all([
      this.db.intent.findMany({
        where: { workspaceId },
        include: {
          answers: { where: { approvedAt: { not: null } }, select: { locale: true }, orderBy: { locale: 'asc' } },
        },
      }),
      this.db.trainingExample.groupBy({ by: 'intentId', where: { workspaceId }, _count: true }),
    ]);
    const rowsOf = new Map(counts.map(({ intentId, _count }) => [intentId, _count]));
    return intents.map(({ id, name, title, description, automate, answers }) => ({
      ...{ id, name, title, description, automate },
      nExamples: rowsOf.get(id) ?? 0,
      locales: [...new Set(answers.map(({ locale }) => locale as IntentRow['locales'][number]))],
    }));
  }

  private traffic(workspaceId: string): Promise<WeekOfTraffic[]> {
    return this.db.$queryRaw<WeekOfTraffic[]>`
      SELECT read.name, greatest(0, floor(extract(epoch FROM now() - read."createdAt") / 604800))::int AS "weeksAgo",
        count(*)::int AS messages, count(*) FILTER (WHERE read.recent)::int AS recent,
        count(*) FILTER (WHERE read.recent AND decision.kind = 'answer')::int AS answered
      FROM (
        SELECT "messageId", "createdAt", "topK"->0->>'intent' AS name, "createdAt" > now() - interval '30 days' AS recent
        FROM prediction
        WHERE "workspaceId" = ${workspaceId}::uuid AND "createdAt" > now() - make_interval(weeks => ${weeksShown})
      ) read
      LEFT JOIN decision ON decision."messageId" = read."messageId"
      GROUP BY 1, 2`;
  }

  /** By the newest label of each message that the bot answered in the last 30 days, where it has one. */
  private async judged(workspaceId: string): Promise<Map<string, JudgedAnswers>> {
    const rows = await this.db.$queryRaw<(JudgedAnswers & { intentId: string })[]>`
      SELECT decision."intentId", count(*)::int AS judged, count(*) FILTER (WHERE label.wrong)::int AS wrong
      FROM decision
      CROSS JOIN LATERAL (
        SELECT example."outOfScope" OR example."intentId" IS DISTINCT FROM decision."intentId" AS wrong
        FROM training_example example
        WHERE example."messageId" = decision."messageId" AND example."workspaceId" = decision."workspaceId"
        ORDER BY example."createdAt" DESC LIMIT 1
      ) label
      WHERE decision."workspaceId" = ${workspaceId}::uuid AND decision.kind = 'answer'
        AND decision."createdAt" > now() - interval '30 days' AND decision."intentId" IS NOT NULL
      GROUP BY 1`;
    return new Map(rows.map(({ intentId, judged, wrong }) => [intentId, { judged, wrong }]));
  }
}
