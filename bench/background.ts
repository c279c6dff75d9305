/**
 * `npm run bench -- background [--json] [--frozen] [SHOP …]`: how well a confidence fitted without any audited message tells what fits no
 * intent, beside each of its inputs, with the background rows that every training gets and without them. Of several draws of the intents
 * that a shop does not know. `--frozen`: of the head on the frozen encoder, which takes seconds. See docs/confidence.md.
 */
import {
  applyCalibrator,
  crossValidate,
  encode,
  evaluateCandidate,
  frozenCandidate,
  heldOutPredictions,
  loadBase,
  makeCorpus,
  mostFolds,
  outputsOf,
  shippedBase,
  supplement,
  supportOf,
  tunedCandidate,
  withBackground,
  withNames,
  type HeldOutPrediction,
} from '#slm';
import { aurc, auroc, coverageAt } from '#statistics';
import { dataSets, fewRows, withUnknownIntents, type DataSet } from './quality/sets.js';

interface Shop {
  set: string;
  rowsPerIntent?: number;
  unknownIntents?: number;
  draws: number;
}

const shops: Record<string, Shop> = {
  banking77: { set: 'banking77', rowsPerIntent: 25, unknownIntents: 17, draws: 5 },
  curekart: { set: 'curekart', unknownIntents: 8, draws: 5 },
  clinc150: { set: 'clinc150', rowsPerIntent: 8, draws: 1 },
  demo: { set: 'demo-shop', draws: 1 },
};
/** What tells by itself: inputs of a provisional score, and others that only a fitted one has. */
const inputs = ['nearest', 'logit', 'energy', 'margin', 'tfidf'] as const;
const json = process.argv.includes('--json');
const frozenOnly = process.argv.includes('--frozen');
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const nothing = () => {};

/** Without out-of-scope rows of its own, since a shop that has its tickets and nothing else is the question. */
function draw(set: DataSet, { rowsPerIntent, unknownIntents }: Shop, seed: number): DataSet {
  const few = rowsPerIntent
    ? fewRows(set, rowsPerIntent, seed)
    : { ...set, train: set.train.filter(({ oos }) => !oos) };
  return unknownIntents ? withUnknownIntents(few, unknownIntents, seed) : few;
}

async function measure({ train, test }: DataSet, seed: number, background: boolean): Promise<Record<string, number>> {
  const base = loadBase(shippedBase());
  const without = async () => {
    const corpus = makeCorpus(withNames(train), base);
    return { corpus, encoded: await encode(base, corpus, nothing) };
  };
  const { corpus, encoded } = background ? await withBackground(train, base, seed, nothing) : await without();
  const tuning = frozenOnly ? undefined : { support: supportOf(corpus), seed, threads: 1, supplement: supplement() };
  const began = process.cpuUsage();
  const results = await crossValidate(encoded, corpus, { seed, folds: tuning ? 1 : mostFolds, tuning }, nothing);
  const folds = tuning ? results.tuned : results.frozen;
  const frozen = await frozenCandidate(encoded, corpus, seed, nothing);
  const candidate = tuning ? await tunedCandidate(frozen, encoded, corpus, tuning, nothing) : frozen;
  const seconds = process.cpuUsage(began).user / 1e6;
  const { calibration } = await evaluateCandidate(candidate, folds, tuning ? 'fine_tuned' : 'head');
  const outputs = await outputsOf(candidate, makeCorpus(test, base), nothing);
  const { intents } = candidate;
  const measured = [{ intents, rows: test, outputs, pseudoOutOfScope: [], background: [] }];
  const predictions = heldOutPredictions(measured, calibration);
  const confidence = (one: HeldOutPrediction) => applyCalibrator(calibration.confidence, one.features);
  const separation = (score: (one: HeldOutPrediction) => number) => {
    const of = (oos: boolean) => predictions.filter((one) => one.oos === oos).map((one) => -score(one));
    return auroc(of(true), of(false)) ?? NaN;
  };
  const outcomes = predictions.map((one) => ({ confidence: confidence(one), correct: one.correct }));
  const inScope = predictions.filter(({ oos }) => !oos);
  return {
    accuracy: inScope.filter(({ correct }) => correct).length / inScope.length,
    auroc: separation(confidence),
    oosScore: separation((one) => -applyCalibrator(calibration.outOfScope, one.features)),
    ...Object.fromEntries(inputs.map((input) => [input, separation((one) => one.features[input])])),
    entropy: separation((one) => -one.features.entropy),
    aurc: aurc(outcomes),
    at5: coverageAt(outcomes, 0.05),
    at10: coverageAt(outcomes, 0.1),
    threshold: calibration.threshold,
    seconds,
  };
}

for (const [name, shop] of Object.entries(shops)) {
  if (named.length > 0 && !named.includes(name)) continue;
  const [set] = await dataSets([shop.set]);
  if (!set) continue;
  for (const background of [false, true]) {
    for (let seed = 1; seed <= shop.draws; seed++) {
      const figures = await measure(draw(set, shop, seed), seed, background);
      const rounded = Object.fromEntries(
        Object.entries(figures).map(([key, value]) => [key, Number(value.toFixed(3))]),
      );
      if (json) console.log(JSON.stringify({ shop: name, seed, background, ...rounded }));
      else {
        const shown = Object.entries(rounded).map(([key, value]) => `${key} ${value}`);
        console.log(`${name} ${seed} ${background ? 'with   ' : 'without'}  ${shown.join('  ')}`);
      }
    }
  }
}
