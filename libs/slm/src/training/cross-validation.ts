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
import { int8Agreement } from './int8-agreement.js';
import type { FoldResults, ValidationResults } from './validation-results.js';

/** More rows are not needed to learn what the confidence of a model is worth. */
const mostRows = 2_000;
/** Rows and intents are dealt into this many parts. A fold leaves one part of each out. */
const parts = 5;

/** How many of the five folds to run: with few rows all, because a fold is then cheap and says little; one from `enough` rows on. */
export function foldsFor(rows: number, enough: number): number {
  return Math.min(parts, Math.max(1, Math.ceil(enough / rows)));
}

export interface CrossValidation {
  frozen: ValidationResults;
  /** Empty if no encoder was tuned. */
  tuned: ValidationResults;
  /** Of the int8 and the float form of the tuned encoders, on messages that they were not trained on. */
  agreement: Agreement;
}

type OnDone = (done: number, total: number) => void;

/**
 * Trains on parts of the rows, as the final training will on all of them, and predicts the rows that were left out. A fold leaves out a
 * fifth of the rows, to measure how sure the model is when it is right and when it is wrong, and all rows of a fifth of the intents. The
 * latter stand for out-of-scope messages ("pseudo-out-of-scope"), because the model has never met their intents. A model that has learned
 * an intent cannot show what unknown messages look like: it has pulled the messages of that intent together.
 *
 * `folds`: at most five. `tuning`: also tune the encoder in every fold. `encoded` must be of the same corpus.
 */
export async function crossValidate(
  encoded: EncodedCorpus,
  corpus: Corpus,
  { seed, folds, tuning }: { seed: number; folds: number; tuning?: Tuning },
  onDone: OnDone,
): Promise<CrossValidation> {
  const results: CrossValidation = { frozen: [], tuned: [], agreement: { same: 0, of: 0 } };
  const nothing = () => {};
  for (const fold of divide(corpus, seed).slice(0, folds)) {
    const { heldOut, pseudoOutOfScope } = fold;
    const own = await trainFrozen(encoded, corpus, fold.training, seed);
    const frozen = (rows: number[]) => {
      const texts = rows.map((row) => corpus.rows[row]!);
      return outputsOfVectors(own.candidate, texts, pick(encoded.vectors, rows));
    };
    results.frozen.push(resultsOf(own.candidate, corpus, fold, await frozen(heldOut), await frozen(pseudoOutOfScope)));
    if (tuning) {
      const candidate = await tunedCandidate(own.candidate, own.encoded, own.corpus, tuning, nothing);
      const tuned = (rows: number[]) => outputsOf(candidate, subset(corpus, rows), nothing);
      results.tuned.push(resultsOf(candidate, corpus, fold, await tuned(heldOut), await tuned(pseudoOutOfScope)));
      const unseen = subset(corpus, [...heldOut, ...pseudoOutOfScope]).messages;
      const { same, of } = await int8Agreement(candidate, unseen);
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
}

function divide({ rows, intents }: Corpus, seed: number): Fold[] {
  const random = seededRandom(seed);
  // The names of intents come last. They are learned from, but are never held out, because they are no messages.
  const messages = rows.filter(({ isName }) => !isName);
  const names = [...rows.keys()].slice(messages.length);
  const used =
    messages.length > mostRows
      ? stratifiedSplit(messages, 1 - mostRows / messages.length, random).kept
      : [...messages.keys()];
  const foldOf = stratifiedFolds(messages, parts, random);
  const order = random.shuffle(intents);
  // At least two intents stay in every fold.
  const partOf = new Map(
    order.map((intent, i) => [intent, intents.length < 3 ? -1 : i % Math.min(parts, intents.length)]),
  );
  return Array.from({ length: parts }, (_, part) => {
    const isUnknown = (row: number) => !rows[row]!.oos && partOf.get(rows[row]!.intent) === part;
    const known = used.filter((row) => !isUnknown(row));
    return {
      training: [...known.filter((row) => foldOf[row] !== part), ...names.filter((row) => !isUnknown(row))],
      heldOut: known.filter((row) => foldOf[row] === part),
      pseudoOutOfScope: used.filter(isUnknown),
    };
  });
}

async function trainFrozen(encoded: EncodedCorpus, corpus: Corpus, rows: number[], seed: number) {
  const own = { corpus: subset(corpus, rows), encoded: { ...encoded, vectors: pick(encoded.vectors, rows) } };
  return { ...own, candidate: await frozenCandidate(own.encoded, own.corpus, seed, () => {}) };
}

function resultsOf(
  { intents }: CandidateModel,
  { rows }: Corpus,
  { heldOut }: Fold,
  outputs: ModelOutputs[],
  pseudoOutOfScope: ModelOutputs[],
): FoldResults {
  return { intents, rows: heldOut.map((row) => rows[row]!), outputs, pseudoOutOfScope };
}
