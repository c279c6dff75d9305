/**
 * `npm run bench -- confidence [--json] [SET …]`: ways to fit a confidence for a shop that has no out-of-scope messages, on sets whose
 * held-out rows have some. All ways order the same predictions of the same fine-tuned int8 model. See docs/confidence.md.
 */
import {
  applyCalibrator,
  crossValidate,
  fitCalibrator,
  frozenCandidate,
  heldOutPredictions,
  loadBase,
  makeCorpus,
  outputsOf,
  outputsOfVectors,
  pick,
  shippedBase,
  supplement,
  supportOf,
  tunedCandidate,
  unknownPredictions,
  withBackground,
  type CandidateModel,
  type HeldOutPrediction,
  type ModelOutputs,
} from '#slm';
import { aurc, auroc, coverageAt, ece, seededRandom } from '#statistics';
import { dataSets, type DataSet } from './quality/sets.js';

const json = process.argv.includes('--json');
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const names = named.length
  ? named
  : ['curekart-unknown', 'banking77-10-unknown', 'clinc150-8', 'multidogo-finance-30', 'multidogo-software-30'];
const seed = 1;
const audits = 300;

type Feature = keyof HeldOutPrediction['features'];
const neighbours: Feature[] = ['nearest', 'nearest5', 'agreement'];
const withTfidf: Feature[] = [...neighbours, 'tfidf'];
const all: Feature[] = [...withTfidf, 'tfidfAgrees', 'logit', 'energy', 'margin', 'entropy', 'length'];

const encoderAlone = { ensembleWeight: 0, neighbourWeight: 0 };

interface Evidence {
  heldOut: HeldOutPrediction[];
  pseudoOutOfScope: HeldOutPrediction[];
  /** Rows of the tuned neighbour index, each compared with those of other intents. */
  withoutOwnIntent: HeldOutPrediction[];
  test: HeldOutPrediction[];
}

async function gather(set: DataSet): Promise<Evidence> {
  const base = loadBase(shippedBase());
  const nothing = () => {};
  const { corpus, encoded } = await withBackground(set.train, base, seed, nothing);
  const tuning = { support: supportOf(corpus), seed, threads: 2, supplement: supplement() };
  const { tuned: folds } = await crossValidate(encoded, corpus, { seed, folds: 1, tuning }, nothing);
  const frozen = await frozenCandidate(encoded, corpus, seed, nothing);
  const candidate = await tunedCandidate(frozen, encoded, corpus, tuning, nothing);
  const { intents } = candidate;
  const outputs = await outputsOf(candidate, makeCorpus(set.test, base), nothing);
  const withoutIntent = await outputsWithoutOwnIntent(candidate);
  return {
    heldOut: heldOutPredictions(folds, encoderAlone),
    pseudoOutOfScope: unknownPredictions(folds, 'pseudoOutOfScope', encoderAlone),
    withoutOwnIntent: unknownPredictions(
      [{ intents, rows: [], outputs: [], pseudoOutOfScope: withoutIntent, background: [] }],
      'pseudoOutOfScope',
      encoderAlone,
    ),
    test: heldOutPredictions(
      [{ intents, rows: set.test, outputs, pseudoOutOfScope: [], background: [] }],
      encoderAlone,
    ),
  };
}

/** The outputs for every row of the neighbour index, compared with an index without the row's intent. */
async function outputsWithoutOwnIntent(candidate: CandidateModel): Promise<ModelOutputs[]> {
  const { index } = candidate;
  const places = [...index.rows.keys()];
  const part = (chosen: number[]) => ({
    rows: chosen,
    vectors: pick(index.vectors, chosen),
    intents: chosen.map((place) => index.intents[place]!),
  });
  const outputs = await Promise.all(
    candidate.intents.map((_, intent) => {
      const own = places.filter((place) => index.intents[place] === intent);
      const others = part(places.filter((place) => index.intents[place] !== intent));
      const texts = own.map(() => ({ text: '', intent: '', oos: true }));
      return outputsOfVectors({ ...candidate, index: others }, texts, part(own).vectors);
    }),
  );
  return outputs.flat();
}

type Score = (prediction: HeldOutPrediction) => number;

/** Pseudo-out-of-scope messages have half of the weight. */
async function fitted(heldOut: HeldOutPrediction[], pseudo: HeldOutPrediction[], features: Feature[]): Promise<Score> {
  const weighted = [
    ...heldOut.map((one) => ({ one, weight: 1 })),
    ...pseudo.map((one) => ({ one, weight: heldOut.length / pseudo.length })),
  ];
  const calibrator = await fitCalibrator(
    features,
    weighted.map(({ one, weight }) => ({
      features: features.map((f) => one.features[f]),
      positive: one.correct,
      weight,
    })),
  );
  return (one) => applyCalibrator(calibrator, one.features);
}

type Way = [name: string, fit: (evidence: Evidence) => Score | Promise<Score>];
const ways: Way[] = [
  ['nothing: margin of the probabilities', () => (one) => one.features.margin],
  ['nothing: energy', () => (one) => one.features.energy],
  ['nothing: nearest row', () => (one) => one.features.nearest],
  ['held-out rows only: all', ({ heldOut }) => fitted(heldOut, [], all)],
  [
    'index without own intent: neighbours',
    ({ heldOut, withoutOwnIntent }) => fitted(heldOut, withoutOwnIntent, neighbours),
  ],
  crossValidated('neighbours', neighbours),
  crossValidated('neighbours, TF-IDF', withTfidf),
  crossValidated('neighbours, TF-IDF, margin (ships)', [...withTfidf, 'margin']),
  crossValidated('neighbours, TF-IDF, length', [...withTfidf, 'length']),
  crossValidated('all', all),
  [`${audits} audited messages: all`, ({ test }) => fitted(seededRandom(1).shuffle(test).slice(0, audits), [], all)],
];

function crossValidated(name: string, features: Feature[]): Way {
  return [`cross-validation: ${name}`, (evidence) => fitted(evidence.heldOut, evidence.pseudoOutOfScope, features)];
}

const found = new Map<string, number[][]>();
for (const set of await dataSets(names)) {
  const evidence = await gather(set);
  const { test } = evidence;
  const nOos = test.filter((one) => one.oos).length;
  if (!json)
    console.log(`\n${set.name}: ${set.train.length} rows, ${test.length} held out, ${nOos} of them out of scope`);
  for (const [name, fit] of ways) {
    const score = await fit(evidence);
    // Audited messages are not measured on.
    const measured = name.endsWith('audited messages: all') ? seededRandom(1).shuffle(test).slice(audits) : test;
    if (measured.length < 100) continue;
    const outcomes = measured.map((one) => ({ confidence: score(one), correct: one.correct }));
    const scores = (oos: boolean) => measured.filter((one) => one.oos === oos).map((one) => -score(one));
    const isProbability = outcomes.every(({ confidence }) => confidence >= 0 && confidence <= 1);
    const figures = [
      aurc(outcomes),
      isProbability ? ece(outcomes) : NaN,
      auroc(scores(true), scores(false)) ?? 0,
      coverageAt(outcomes, 0.05),
      coverageAt(outcomes, 0.1),
    ];
    found.set(name, [...(found.get(name) ?? []), figures]);
    print(set.name, name, figures);
  }
}
for (const [name, sets] of found) {
  const mean = (i: number) => sets.reduce((sum, figures) => sum + figures[i]!, 0) / sets.length;
  print(`mean of ${sets.length}`, name, [0, 1, 2, 3, 4].map(mean));
}

function print(set: string, way: string, figures: number[]): void {
  const [risk, calibration, separation, at5, at10] = figures.map((figure) => Number(figure.toFixed(3)));
  if (json) console.log(JSON.stringify({ set, way, aurc: risk, ece: calibration, auroc: separation, at5, at10 }));
  else
    console.log(
      `  ${set.padEnd(24)} ${way.padEnd(48)} AURC ${risk}  ECE ${calibration}  AUROC ${separation}  at 5/10 % ${at5}/${at10}`,
    );
}
