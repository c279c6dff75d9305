import type { IntentRow } from '#contracts';

/** Predictions of one best intent in one week. */
export interface WeekOfTraffic {
  name: string;
  /** 0: the seven days up to now. */
  weeksAgo: number;
  messages: number;
  /** Of the last 30 days, and which of them the bot answered. */
  recent: number;
  answered: number;
}

/** Of the last 30 days: answers about which people have said what was right, and how many were wrong. */
export interface JudgedAnswers {
  judged: number;
  wrong: number;
}

export type KnownIntent = Pick<
  IntentRow,
  'id' | 'name' | 'title' | 'description' | 'automate' | 'nExamples' | 'locales'
>;

export const weeksShown = 8;
/** A rate of fewer says nothing. */
const fewest = 5;

/** The most asked first; those that nobody has asked about, by their rows. */
export function intentRows(
  intents: KnownIntent[],
  traffic: WeekOfTraffic[],
  judgedOf: ReadonlyMap<string, JudgedAnswers>,
): IntentRow[] {
  const total = sum(traffic, 'recent');
  const rows = intents.map((intent) => {
    const own = traffic.filter(({ name }) => name === intent.name);
    const { judged, wrong } = judgedOf.get(intent.id) ?? { judged: 0, wrong: 0 };
    return {
      ...intent,
      traffic: rate(sum(own, 'recent'), total),
      automation: rate(sum(own, 'answered'), sum(own, 'recent')),
      error: rate(wrong, judged),
      nJudged: judged,
      trend: Array.from({ length: weeksShown }, (_, week) =>
        sum(
          own.filter(({ weeksAgo }) => weeksAgo === weeksShown - 1 - week),
          'messages',
        ),
      ),
    };
  });
  return rows.sort(
    (a, b) => (b.traffic ?? 0) - (a.traffic ?? 0) || b.nExamples - a.nExamples || a.title.localeCompare(b.title),
  );
}

function rate(part: number, whole: number): number | null {
  return whole < fewest ? null : part / whole;
}

function sum(weeks: WeekOfTraffic[], of: 'messages' | 'recent' | 'answered'): number {
  return weeks.reduce((total, week) => total + week[of], 0);
}
