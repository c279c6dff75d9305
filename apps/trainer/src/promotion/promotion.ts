import type { GateCheck } from '#contracts';
import {
  accuracyGainBound,
  agrees,
  aurc,
  discordant,
  ece,
  groupBy,
  holm,
  oosAuroc,
  outcomeOf,
  overconfidence,
  pairedBootstrap,
  percentile,
  seededRandom,
  signTest,
  type Agreement,
  type Judged,
} from '#statistics';
import { triggerWords, type FreshRow } from './trigger-words.js';

/** A row of the test set and what a model made of it. `recent`: of the newest month, which is drawn twice as often in resampling. */
export type TestSetRow = Judged & { recent: boolean };

export interface Verdict {
  promote: boolean;
  checks: GateCheck[];
}

const alpha = 0.05;
/** A loss of accuracy up to this is tolerable when something else is better. */
const accuracyMargin = 0.02;
const oosAurocMargin = 0.01;
const maxOverconfidence = 0.03;
const overconfidenceMargin = 0.01;
const minAgreement = 0.985;
/** Intents with fewer rows in the test set cannot show a loss of recall. */
const minIntentRows = 30;
const resamples = 500;

/**
 * Compares champion and challenger on the same test set, both as served. The challenger is promoted when nothing is shown to be worse and
 * something is shown to be better; "no difference shown" keeps the champion. Without a champion the challenger is promoted in any case.
 * `fresh`: live messages that the champion has not learned, whether the challenger has or not. `int8Agreement`: of int8 and fp32, on
 * messages that the challenger has not learned.
 */
export function judgePromotion(input: {
  champion: TestSetRow[] | null;
  challenger: TestSetRow[];
  fresh: FreshRow[];
  int8Agreement: Agreement;
}): Verdict {
  const { champion, challenger, fresh, int8Agreement } = input;
  const own = [calibrationCheck(champion, challenger), agreementCheck(int8Agreement)];
  if (!champion) return { promote: true, checks: own };
  const aurcGains = gains(champion, challenger, (rows) => -aurc(rows.map(outcomeOf)));
  const guards = [
    accuracyCheck(champion, challenger),
    aurcCheck(challenger, aurcGains),
    oosCheck(champion, challenger),
    recallCheck(champion, challenger),
    triggerCheck(fresh),
    ...own,
  ];
  const better = improvementCheck(champion, challenger, aurcGains);
  return { promote: guards.every(({ passed }) => passed) && better.passed, checks: [...guards, better] };
}

function rightOf(rows: TestSetRow[]): boolean[] {
  return rows.filter(({ oos }) => !oos).map(({ intent, predicted }) => intent === predicted);
}

/** Non-inferior accuracy on in-scope rows, paired. */
function accuracyCheck(champion: TestSetRow[], challenger: TestSetRow[]): GateCheck {
  const cells = discordant(rightOf(champion), rightOf(challenger));
  const leastGain = accuracyGainBound(cells);
  return {
    check: 'accuracy',
    passed: leastGain > -accuracyMargin,
    finding: 'rows_changed',
    ...{ gained: cells.challenger, lost: cells.champion, rows: cells.rows, leastGain },
  };
}

/** 5 % and 95 % quantile of measure(challenger) - measure(champion), by paired bootstrap; recent rows are drawn twice as often. */
function gains(champion: TestSetRow[], challenger: TestSetRow[], measure: (rows: TestSetRow[]) => number): Gains {
  const weights = champion.map(({ recent }) => (recent ? 2 : 1));
  const sorted = pairedBootstrap({ a: champion, b: challenger, statistic: measure, resamples, weights });
  return { low: sorted[Math.floor(resamples * alpha)]!, high: sorted[Math.ceil(resamples * (1 - alpha)) - 1]! };
}

interface Gains {
  low: number;
  high: number;
}

function aurcCheck(challenger: TestSetRow[], { low, high }: Gains): GateCheck {
  if (challenger.length === 0) return { check: 'aurc', passed: false, finding: 'nothing_to_measure' };
  return { check: 'aurc', passed: high >= 0, finding: 'aurc_lowered', low, high };
}

/** The loss of AUROC is not shown to exceed the margin. Among a handful of out-of-scope rows, a single one can change it by more. */
function oosCheck(champion: TestSetRow[], challenger: TestSetRow[]): GateCheck {
  const [before, after] = [oosAuroc(champion), oosAuroc(challenger)];
  if (before === null || after === null) {
    return { check: 'out_of_scope', passed: true, finding: 'nothing_out_of_scope' };
  }
  const { high: mostGain } = gains(champion, challenger, (rows) => oosAuroc(rows) ?? 0);
  const passed = mostGain >= -oosAurocMargin;
  return { check: 'out_of_scope', passed, finding: 'auroc_changed', before, after, mostGain };
}

/** No intent with enough rows loses recall: an exact test for each, with Holm's correction. */
function recallCheck(champion: TestSetRow[], challenger: TestSetRow[]): GateCheck {
  const inScope = [...champion.keys()].filter((row) => !champion[row]!.oos);
  const tested = new Map<string, number>();
  for (const [intent, rows] of groupBy(inScope, (row) => champion[row]!.intent)) {
    if (rows.length < minIntentRows) continue;
    const right = (model: TestSetRow[]) => rows.map((row) => model[row]!.predicted === intent);
    const cells = discordant(right(champion), right(challenger));
    tested.set(intent, signTest(cells.champion, cells.challenger));
  }
  const lost = holm(tested, alpha);
  return { check: 'recall', passed: lost.length === 0, finding: 'recall_compared', tested: tested.size, lost };
}

/** No word overrules the rest of a message. */
function triggerCheck(fresh: FreshRow[]): GateCheck {
  const overruling = triggerWords(fresh);
  const passed = overruling.length === 0;
  return { check: 'trigger', passed, finding: 'words_examined', messages: fresh.length, overruling };
}

/**
 * The challenger is not overconfident. It passes if its overconfidence is at most 0.03, or no more than chance gives a perfectly calibrated
 * model on so few rows (consistency resampling, Bröcker and Smith, Weather and Forecasting 22, 2007), or at most 0.01 above the champion's
 * on the same rows, because then keeping the champion would not help. Underconfidence passes: it breaks no promise, and a provisional
 * confidence is underconfident by design.
 */
function calibrationCheck(champion: TestSetRow[] | null, challenger: TestSetRow[]): GateCheck {
  if (challenger.length === 0) return { check: 'calibration', passed: false, finding: 'nothing_to_measure' };
  const outcomes = challenger.map(outcomeOf);
  const observed = overconfidence(outcomes);
  const random = seededRandom(2);
  const byChance = Array.from({ length: resamples }, () =>
    overconfidence(outcomes.map(({ confidence }) => ({ confidence, correct: random.next() < confidence }))),
  );
  const champions = champion ? overconfidence(champion.map(outcomeOf)) + overconfidenceMargin : 0;
  const limit = Math.max(maxOverconfidence, percentile(byChance, 1 - alpha), champions);
  return {
    check: 'calibration',
    passed: observed <= limit,
    finding: 'overconfidence',
    ...{ observed, limit, ece: ece(outcomes) },
  };
}

function agreementCheck(agreement: Agreement): GateCheck {
  return { check: 'int8', passed: agrees(agreement, minAgreement), finding: 'int8_agreement', ...agreement };
}

/** The challenger is better: more rows right (exact test) or a lower AURC (bootstrap), each at 5 %. The guards apply in either case. */
function improvementCheck(champion: TestSetRow[], challenger: TestSetRow[], aurcGains: Gains): GateCheck {
  const cells = discordant(rightOf(champion), rightOf(challenger));
  const p = signTest(cells.challenger, cells.champion);
  const passed = p <= alpha || aurcGains.low > 0;
  return { check: 'improvement', passed, finding: 'improvement_tested', p };
}
