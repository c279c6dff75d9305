import type { GateCheck, ModelMetrics } from '#contracts';
import type { JudgedVersion, TestedLimits } from '#model-registry';
import { summarise, wordsOf } from '#slm';
import { certifyAll } from '../certification/certify.js';
import { testSetOutcome } from '../dataset/test-set.js';
import type { Agreement, Judged } from '#statistics';
import { judgePromotion } from './promotion.js';

export interface TestRow {
  text: string;
  intent: string;
  oos: boolean;
  recent: boolean;
  /** Live, and the version that serves now was not fitted on it. */
  fresh: boolean;
  /** The version that serves now was fitted on it, though it is in the test set today. */
  fitted: boolean;
}

export interface Evaluation {
  promote: boolean;
  checks: GateCheck[];
  /** Of the new version on the test set; null while that is too small to say much. */
  metrics: ModelMetrics | null;
  challenger: JudgedVersion;
  /** Of the version that serves now, on what it was not fitted on: there are more such messages than when it was made. */
  champion: JudgedVersion | null;
}

/** Figures of fewer rows say little. */
const minTestRows = 50;

/**
 * The whole judgement of a new version: whether it is promoted, its figures, and the thresholds that are certified for it and for the
 * version that serves now. `challenger`: of `test`, in its order; `champion`: of `test` and then of `fresh`.
 */
export function evaluate(input: {
  test: TestRow[];
  fresh: { text: string }[];
  challenger: Judged[];
  champion: Judged[] | null;
  int8Agreement: Agreement;
  limits: TestedLimits;
}): Evaluation {
  const { test, fresh, challenger, champion, int8Agreement, limits } = input;
  const certified = (judged: Judged[]): JudgedVersion => {
    const outcomes = judged.map(testSetOutcome);
    return { outcomes, limitTable: certifyAll(outcomes, limits) };
  };
  const withRecent = (judged: Judged[]) => test.map(({ recent }, row) => ({ ...judged[row]!, recent }));
  const read = [...test, ...fresh.map(({ text }) => ({ text, fresh: true }))];
  const { promote, checks } = judgePromotion({
    champion: champion && withRecent(champion),
    challenger: withRecent(challenger),
    fresh: (champion ?? []).flatMap((judged, row) =>
      read[row]!.fresh ? [{ ...judged, words: wordsOf(read[row]!.text) }] : [],
    ),
    int8Agreement,
  });
  return {
    promote,
    checks,
    metrics: test.length >= minTestRows ? summarise(challenger) : null,
    challenger: certified(challenger),
    champion: champion && certified(champion.slice(0, test.length).filter((_, row) => !test[row]!.fitted)),
  };
}
