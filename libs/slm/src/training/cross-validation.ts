import { seededRandom, type Agreement } from '#statistics';
import { stratifiedFolds, stratifiedSplit, subset, type Corpus } from '../data/index.js';
import { pick } from '../encoder/index.js';
import type { ModelOutputs } from '../intents/index.js';
import {
  frozenCandidate,
  outputsOf,
  outputsOfVectors,
  tunedCandidate,
  type CandidateModel,
  type EncodedCorpus,
  type Tuning,
} from './candidate-model.js';
import { int8Agreement, withIntent } from './int8-agreement.js';
import { intentsAlone } from './supplement.js';
import type { FoldResults, ValidationResults } from './validation-results.js';

/**
 * A fold of fewer rows is less sure than the model of all of them, and so makes the confidence too low: docs/confidence.md. More cost too
 * much time where an encoder is tuned.
 */
const mostRows = { frozen: 4_000, tuned: 2_000 };
/** Rows and intents are dealt into this many parts. A fold leaves one part of each out. */
export const mostFolds = 5;

/** How many of the five folds to run: with few rows all, because a fold is then cheap and says little; one from `enough` rows on. */
export function foldsFor(rows: number, enough: number): number {
  return Math.min(mostFolds, Math.max(1, Math.ceil(enough / rows)));
}

export interface CrossValidation {
  frozen: ValidationResults;
  /** Empty if no encoder was tuned. */
  tuned: ValidationResults;
  /** Of the int8 and the float form of the tuned encoders, on messages of known intents that they were not trained on. */
  agreement: Agreement;
}

type OnDone = (done: number, total: number) => void;

/**
 * Trains on parts of the rows, as the final training will on all of them, and predicts the rows that were left out. A fold leaves out a
 * fifth of the rows, to measure how sure the model is when it is right and when it is wrong, and all rows of a fifth of the intents. The
 * latter stand for out-of-scope messages ("pseudo-out-of-scope"), because the model has never met their intents. A model that has learned
 * an intent cannot show what unknown messages look like: it has pulled the messages of that intent together. It also leaves out a fifth of the
 * topics of background rows.
 *
 * `folds`: at most five. `tuning`: also tune the encoder in every fold, on intents alone, because how sure the model is of intents told by
 * single messages is what is measured. `encoded` must be of the same corpus.
 */
export async function crossValidate(
  encoded: EncodedCorpus,
  corpus: Corpus,
  { seed, folds, tuning }: { seed: number; folds: number; tuning?: Tuning },
  onDone: OnDone,
): Promise<CrossValidation> {
  const results: CrossValidation = { frozen: [], tuned: [], agreement: { same: 0, of: 0 } };
  const nothing = () => {};
  const onIntents = tuning && { ...tuning, supplement: intentsAlone(tuning.supplement) };
  const most = tuning ? mostRows.tuned : mostRows.frozen;
  for (const fold of divide(corpus, seed, most).slice(0, folds)) {
    const own = await trainFrozen(encoded, corpus, fold.training, seed);
    const frozen = (rows: number[]) => {
      const texts = rows.map((row) => corpus.rows[row]!);
      return outputsOfVectors(own.candidate, texts, pick(encoded.vectors, rows));
    };
    results.frozen.push(await resultsOf(own.candidate, corpus, fold, frozen));
    if (onIntents) {
      const candidate = await tunedCandidate(own.candidate, own.encoded, own.corpus, onIntents, nothing);
      const tuned = (rows: number[]) => outputsOf(candidate, subset(corpus, rows), nothing);
      results.tuned.push(await resultsOf(candidate, corpus, fold, tuned));
      const { same, of } = await int8Agreement(candidate, subset(corpus, withIntent(corpus, fold.heldOut)).messages);
      results.agreement.same += same;
      results.agreement.of += of;
    }
    onDone(results.frozen.length, folds);
  }
  return results;
}

/** Row numbers of one fold. */
interface Fold {
  training: number[];
  /** Their intents are all known from the training rows. */
  heldOut: number[];
  /** Their intents do not occur in the training rows. */
  pseudoOutOfScope: number[];
  /** Background rows whose topics do not occur in the training rows. */
  background: number[];
}

function divide({ rows, intents }: Corpus, seed: number, most: number): Fold[] {
  const random = seededRandom(seed);
  // After the messages come the names of intents, which are learned from, but never held out, because they are no messages. Then the background.
  const messages = rows.filter(({ isName, background }) => !isName && background === undefined);
  const names = [...rows.keys()].filter((row) => rows[row]!.isName);
  const background = [...rows.keys()].filter((row) => rows[row]!.background !== undefined);
  const used =
    messages.length > most ? stratifiedSplit(messages, 1 - most / messages.length, random).kept : [...messages.keys()];
  const foldOf = stratifiedFolds(messages, mostFolds, random);
  const order = random.shuffle(intents);
  // At least two intents stay in every fold.
  const partOf = new Map(
    order.map((intent, i) => [intent, intents.length < 3 ? -1 : i % Math.min(mostFolds, intents.length)]),
  );
  const topics = random.shuffle([...new Set(background.map((row) => rows[row]!.background))]);
  const partOfTopic = new Map(topics.map((topic, i) => [topic, i % mostFolds]));
  return Array.from({ length: mostFolds }, (_, part) => {
    const isLeftOut = (row: number) => partOfTopic.get(rows[row]!.background) === part;
    const isUnknown = (row: number) => !rows[row]!.oos && partOf.get(rows[row]!.intent) === part;
    const known = used.filter((row) => !isUnknown(row));
    return {
      training: [
        ...known.filter((row) => foldOf[row] !== part),
        ...names.filter((row) => !isUnknown(row)),
        ...background.filter((row) => !isLeftOut(row)),
      ],
      heldOut: known.filter((row) => foldOf[row] === part),
      pseudoOutOfScope: used.filter(isUnknown),
      background: background.filter(isLeftOut),
    };
  });
}

async function trainFrozen(encoded: EncodedCorpus, corpus: Corpus, rows: number[], seed: number) {
  const own = { corpus: subset(corpus, rows), encoded: { ...encoded, vectors: pick(encoded.vectors, rows) } };
  return { ...own, candidate: await frozenCandidate(own.encoded, own.corpus, seed, () => {}) };
}

async function resultsOf(
  { intents }: CandidateModel,
  { rows }: Corpus,
  { heldOut, pseudoOutOfScope, background }: Fold,
  outputsOfRows: (rows: number[]) => Promise<ModelOutputs[]>,
): Promise<FoldResults> {
  return {
    intents,
    rows: heldOut.map((row) => rows[row]!),
    outputs: await outputsOfRows(heldOut),
    pseudoOutOfScope: await outputsOfRows(pseudoOutOfScope),
    background: await outputsOfRows(background),
  };
}
