import type { APIRequestContext } from 'playwright-core';
import { report, reportGrouping, wallboard, type ReportFigures } from '#contracts';
import type { Database } from '#database';
import { groupBy } from '#statistics';
import { keys, recount, recountEpisodes } from '../reports/recount.js';

/** Intervals are functions of what is counted. */
const counted = (figures: ReportFigures): string =>
  JSON.stringify(figures, (key, value: unknown) => (key === 'low' || key === 'high' ? undefined : value));

/** What the reports say that raw messages do not: each figure by its name. `request`: of a supervisor's browser. */
export async function unequalFigures(db: Database, request: APIRequestContext, consoleUrl: string): Promise<string[]> {
  const { id, timeZone } = await db.workspace.findFirstOrThrow();
  const spans = await recountEpisodes(db, id);
  const days = spans.map((span) => keys.day(span, timeZone)).sort();
  const range = `from=${days[0]}&to=${days.at(-1)}`;
  const read = async (path: string): Promise<unknown> =>
    (await request.get(new URL(`/api/reports${path}`, consoleUrl).href)).json();
  const unequal: string[] = [];
  const compare = (what: string, said: string, own: string) => {
    if (said !== own) unequal.push(`${what}: the report says ${said}, raw messages ${own}`);
  };
  for (const by of reportGrouping.options) {
    const { total, groups } = report.parse(await read(`?${range}&by=${by}`));
    compare('all', counted(total), JSON.stringify(recount(spans)));
    const own = groupBy(spans, (span) => keys[by](span, timeZone));
    const names = new Set([
      ...own.keys(),
      ...groups.filter(({ figures }) => figures.closed + figures.stillOpen > 0).map(({ key }) => key),
    ]);
    for (const name of names) {
      const said = groups.find(({ key }) => key === name);
      compare(`${by} ${name}`, said ? counted(said.figures) : 'nothing', JSON.stringify(recount(own.get(name) ?? [])));
    }
  }
  const { today } = wallboard.parse(await read('/wallboard'));
  const { closedByBot, handedOver } = await rawToday(db);
  compare('closed by the bot today', String(today.closedByBot), String(closedByBot));
  compare('handed over today', String(today.handedOver), String(handedOver));
  return [...new Set(unequal)];
}

/** From activities alone: of each episode, whether it was ever in the waiting line or returned, and who closed it. */
async function rawToday(db: Database): Promise<{ closedByBot: number; handedOver: number }> {
  const [row] = await db.$queryRaw<[{ closedByBot: number; handedOver: number }]>`
    SELECT count(DISTINCT e.id) FILTER (WHERE m.activity->>'code' = 'closed_by_bot')::int AS "closedByBot",
      count(DISTINCT e.id) FILTER (WHERE m.activity->>'code' IN ('handed_over', 'requeued', 'transferred', 'returned'))::int AS "handedOver"
    FROM message m JOIN LATERAL (SELECT id FROM episode WHERE "conversationId" = m."conversationId" AND "firstSeq" <= m.seq
      ORDER BY "firstSeq" DESC LIMIT 1) e ON true`;
  return row;
}
