/**
 * `npm run bench -- confidence [--json] [SET …]`: ways to a confidence for a shop that has no out-of-scope messages, on sets whose held-out
 * rows have some. All ways order the same messages, judged by the same fine-tuned int8 model. See docs/confidence.md.
 */
import {
  auroc,
  aurc,
  coverageAt,
  ece,
  encode,
  fitBinaryHead,
  applyBinaryHead,
  frozenStage,
  judgements,
  loadBase,
  makeCorpus,
  pick,
  rehearse,
  seededRandom,
  shippedBase,
  signalsOf,
  standIns,
  tunedStage,
  vectorSignals,
  withNames,
  type Judgement,
  type Signal,
  type Stage,
} from '#slm';
import { dataSets, type DataSet } from './quality/sets.js';

const json = process.argv.includes('--json');
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const names = named.length
  ? named
  : ['curekart-strangers', 'banking77-10-strangers', 'clinc150-8', 'multidogo-finance-30', 'multidogo-software-30'];
const seed = 1;
const audits = 300;

type Feature = keyof Judgement['features'];
const neighbours: Feature[] = ['nearest', 'nearest5', 'agreement'];
const withWords: Feature[] = [...neighbours, 'words'];
const all: Feature[] = [...withWords, 'wordsAgree', 'logit', 'energy', 'margin', 'entropy', 'length'];

interface Evidence {
  held: Judgement[];
  strange: Judgement[];
  /** The tuned bank, each row compared with those of other intents. */
  leftOut: Judgement[];
  test: Judgement[];
}

async function gather(set: DataSet): Promise<Evidence> {
  const base = loadBase(shippedBase());
  const corpus = makeCorpus(withNames(set.train), base);
  const tuning = { epochs: 8, seed, threads: 2 };
  const nothing = () => {};
  const encoded = await encode(base, corpus, nothing);
  const { tuned: rehearsal } = await rehearse(encoded, corpus, { seed, trials: 1, tuning }, nothing);
  const stage = await tunedStage(await frozenStage(encoded, corpus, seed, nothing), encoded, corpus, tuning, nothing);
  const { intents } = stage;
  const signals = await signalsOf(stage, makeCorpus(set.test, base), nothing);
  const leftOut = await leaveIntentsOut(stage);
  return {
    held: judgements(rehearsal, 0),
    strange: standIns(rehearsal, 0),
    leftOut: standIns([{ intents, rows: [], signals: [], leftOut }], 0),
    test: judgements([{ intents, rows: set.test, signals, leftOut: [] }], 0),
  };
}

/** Every row of the bank as it looks beside a bank without its intent. */
async function leaveIntentsOut(stage: Stage): Promise<Signal[]> {
  const { bank } = stage;
  const places = [...bank.rows.keys()];
  const part = (chosen: number[]) => ({
    rows: chosen,
    vectors: pick(bank.vectors, chosen),
    intents: chosen.map((place) => bank.intents[place]!),
  });
  const signals = await Promise.all(
    stage.intents.map((_, intent) => {
      const own = places.filter((place) => bank.intents[place] === intent);
      const others = part(places.filter((place) => bank.intents[place] !== intent));
      const texts = own.map(() => ({ text: '', intent: '', oos: true }));
      return vectorSignals({ ...stage, bank: others }, texts, part(own).vectors);
    }),
  );
  return signals.flat();
}

type Score = (judgement: Judgement) => number;

/** Stand-ins count as half of all. */
async function fitted(held: Judgement[], strange: Judgement[], features: Feature[]): Promise<Score> {
  const weighted = [
    ...held.map((one) => ({ one, weight: 1 })),
    ...strange.map((one) => ({ one, weight: held.length / strange.length })),
  ];
  const head = await fitBinaryHead(
    features,
    weighted.map(({ one, weight }) => ({
      features: features.map((f) => one.features[f]),
      positive: one.correct,
      weight,
    })),
  );
  return (one) => applyBinaryHead(head, one.features);
}

const ways: [string, (evidence: Evidence) => Score | Promise<Score>][] = [
  ['nothing: margin of the shares', () => (one) => one.features.margin],
  ['nothing: energy', () => (one) => one.features.energy],
  ['nothing: nearest row', () => (one) => one.features.nearest],
  ['held-out rows only: all', ({ held }) => fitted(held, [], all)],
  ['intents left out of the neighbours: neighbours', ({ held, leftOut }) => fitted(held, leftOut, neighbours)],
  ['rehearsal: neighbours', ({ held, strange }) => fitted(held, strange, neighbours)],
  ['rehearsal: neighbours, words', ({ held, strange }) => fitted(held, strange, withWords)],
  [
    'rehearsal: neighbours, words, margin (ships)',
    ({ held, strange }) => fitted(held, strange, [...withWords, 'margin']),
  ],
  ['rehearsal: neighbours, words, length', ({ held, strange }) => fitted(held, strange, [...withWords, 'length'])],
  ['rehearsal: all', ({ held, strange }) => fitted(held, strange, all)],
  [`${audits} audited messages: all`, ({ test }) => fitted(seededRandom(1).shuffle(test).slice(0, audits), [], all)],
];

const found = new Map<string, number[][]>();
for (const set of dataSets(names)) {
  const evidence = await gather(set);
  const { test } = evidence;
  const oos = test.filter((one) => one.oos).length;
  if (!json)
    console.log(`\n${set.name}: ${set.train.length} rows, ${test.length} held out, ${oos} of them out of scope`);
  for (const [name, fit] of ways) {
    const score = await fit(evidence);
    // What was audited is not measured again.
    const measured = name.endsWith('audited messages: all') ? seededRandom(1).shuffle(test).slice(audits) : test;
    if (measured.length < 100) continue;
    const outcomes = measured.map((one) => ({ confidence: score(one), correct: one.correct }));
    const scores = (strange: boolean) => measured.filter((one) => one.oos === strange).map((one) => -score(one));
    const isShare = outcomes.every(({ confidence }) => confidence >= 0 && confidence <= 1);
    const figures = [
      aurc(outcomes),
      isShare ? ece(outcomes) : NaN,
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
