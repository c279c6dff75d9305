import { int8Agreement, type Agreement } from './agreement.js';
import { subset, type Corpus } from './corpus.js';
import type { Proof, Trial } from './proof.js';
import { seededRandom } from './random.js';
import { stratifiedFolds, stratifiedSplit } from './split.js';
import { frozenStage, signalsOf, tunedStage, vectorSignals, type Encoded, type Stage, type Tuning } from './stage.js';
import { pick } from './vectors.js';

/** A rehearsal need not be longer than it takes to learn what confidence looks like. */
const mostRows = 2_000;
/** Rows and intents are dealt into so many parts, one of which is kept out at a time. */
const parts = 5;

/**
 * How many parts take their turn: all of them where rows are few, since a trial then costs little and says little; one from so many
 * rows on.
 */
export function trialsFor(rows: number, enough: number): number {
  return Math.min(parts, Math.max(1, Math.ceil(enough / rows)));
}

/**
 * Trains on part of the rows, as the real training will on all of them. A fifth of the rows is kept out, to see how sure the model is
 * when it is right and when it is wrong, and all rows of a fifth of the intents, to see what messages look like that belong to no
 * intent it knows. (The model that has learned an intent cannot show that: it has pulled the intent's messages together.)
 * Up to five trials, each without another fifth; `tuning`: of the tuned encoder too, trial for trial. `encoded` is of the same corpus.
 */
export async function rehearse(
  encoded: Encoded,
  corpus: Corpus,
  { seed, trials, tuning }: { seed: number; trials: number; tuning?: Tuning },
  onDone: OnDone,
): Promise<Rehearsed> {
  const rehearsed: Rehearsed = { frozen: [], tuned: [], agreement: { same: 0, of: 0 } };
  const nothing = () => {};
  for (const division of divide(corpus, seed).slice(0, trials)) {
    const { held, strange } = division;
    const own = await headOn(encoded, corpus, division.training, seed);
    const frozen = (rows: number[]) => {
      const texts = rows.map((row) => corpus.rows[row]!);
      return vectorSignals(own.stage, texts, pick(encoded.vectors, rows));
    };
    rehearsed.frozen.push(trial(own.stage, corpus, division, await frozen(held), await frozen(strange)));
    if (tuning) {
      const stage = await tunedStage(own.stage, own.encoded, own.corpus, tuning, nothing);
      const tuned = (rows: number[]) => signalsOf(stage, subset(corpus, rows), nothing);
      rehearsed.tuned.push(trial(stage, corpus, division, await tuned(held), await tuned(strange)));
      const { same, of } = await int8Agreement(stage, subset(corpus, [...held, ...strange]).messages);
      rehearsed.agreement.same += same;
      rehearsed.agreement.of += of;
    }
    onDone(rehearsed.frozen.length, trials);
  }
  return rehearsed;
}

/** How the stages did. */
export interface Rehearsed {
  frozen: Proof;
  /** Empty where nothing was tuned. */
  tuned: Proof;
  /** Of the tuned encoder's int8 form with its float form, on what it has not learned. */
  agreement: Agreement;
}

type OnDone = (done: number, total: number) => void;

/** Row numbers of one trial. */
interface Division {
  training: number[];
  held: number[];
  /** All of them of intents that the training rows have none of. */
  strange: number[];
}

function divide({ rows, intents }: Corpus, seed: number): Division[] {
  const random = seededRandom(seed);
  // Names come last; they are learned from, and say nothing about messages to come.
  const real = rows.filter(({ isName }) => !isName);
  const names = [...rows.keys()].slice(real.length);
  const inPlay =
    real.length > mostRows ? stratifiedSplit(real, 1 - mostRows / real.length, random).kept : [...real.keys()];
  const foldOf = stratifiedFolds(real, parts, random);
  const order = random.shuffle(intents);
  // At least two intents stay.
  const partOf = new Map(
    order.map((intent, i) => [intent, intents.length < 3 ? -1 : i % Math.min(parts, intents.length)]),
  );
  return Array.from({ length: parts }, (_, part) => {
    const isStrange = (row: number) => !rows[row]!.oos && partOf.get(rows[row]!.intent) === part;
    const known = inPlay.filter((row) => !isStrange(row));
    return {
      training: [...known.filter((row) => foldOf[row] !== part), ...names.filter((row) => !isStrange(row))],
      held: known.filter((row) => foldOf[row] === part),
      strange: inPlay.filter(isStrange),
    };
  });
}

async function headOn(encoded: Encoded, corpus: Corpus, rows: number[], seed: number) {
  const own = { corpus: subset(corpus, rows), encoded: { ...encoded, vectors: pick(encoded.vectors, rows) } };
  return { ...own, stage: await frozenStage(own.encoded, own.corpus, seed, () => {}) };
}

function trial(
  { intents }: Stage,
  { rows }: Corpus,
  { held }: Division,
  signals: Trial['signals'],
  leftOut: Trial['leftOut'],
): Trial {
  return { intents, rows: held.map((row) => rows[row]!), signals, leftOut };
}
