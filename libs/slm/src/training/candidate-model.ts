import { seededRandom } from '#statistics';
import type { AuxiliaryHead } from '../auxiliary/index.js';
import {
  epochOf,
  longestBeside,
  ownRows,
  pairsFor,
  type Corpus,
  type LabelledText,
  type Supplement,
} from '../data/index.js';
import {
  embedAll,
  embedInBatches,
  int8Encoder,
  measureActivations,
  pick,
  type Activations,
  type EncoderGraph,
  type EncoderParts,
  type LearnedWeights,
  type Vectors,
} from '../encoder/index.js';
import {
  chooseIndexRows,
  fitIntentHead,
  fitTfidf,
  headLogits,
  intentModel,
  inScopeRows,
  nearestRows,
  neighbourCount,
  outOfScopeIntent,
  tfidfOutputs,
  type IntentHead,
  type ModelOutputs,
  type NeighbourIndex,
  type TfidfClassifier,
} from '../intents/index.js';
import { contrastiveWeightFor, epochsFor, neighbourWeightFor } from './few-rows.js';
import { fineTune, type FineTuneOptions } from './fine-tune.js';

/** A model that may become the one that is shipped: everything but its confidence. */
export interface CandidateModel {
  parts: EncoderParts;
  /** What training changed in the encoder; empty for a frozen one. */
  learned: LearnedWeights;
  activations: Activations;
  /** The bare int8 encoder, as a graph to go on from, and as ONNX. */
  graph: EncoderGraph;
  encoder: Uint8Array;
  head: IntentHead;
  tfidf: TfidfClassifier;
  /** Names by number. */
  intents: string[];
  index: NeighbourIndex;
  /** Of the nearest rows of the index, when intents are told: `EnsembleWeights`. */
  neighbourWeight: number;
  /** Of background rows, when topics and acts are learned: `AuxiliaryTraining`. */
  longestRead: number | null;
  /** How many pairs of messages it has learned from. */
  pairs: number;
}

type OnDone = (done: number, total: number) => void;

/** An encoder as it is served, and its vectors of a corpus, [rows, width]. `float`: of some of the rows, those before it was quantised. */
export type EncodedCorpus = Pick<CandidateModel, 'parts' | 'activations' | 'graph' | 'encoder'> & {
  vectors: Vectors;
  float: { rows: number[]; vectors: Vectors };
};

/** Quantises an encoder with the activations of `messages` (token ids), and computes the int8 encoder's vectors of them, in batches. */
export async function encode(
  parts: EncoderParts,
  { messages }: Pick<Corpus, 'messages'>,
  onDone: OnDone,
): Promise<EncodedCorpus> {
  const { activations, ...float } = await measureActivations(parts, messages);
  const graph = int8Encoder(parts, activations);
  const encoder = graph.graph.finish();
  const vectors = await embedInBatches(encoder, messages, parts.config.width, (done) => onDone(done, messages.length));
  return { parts, activations, graph, encoder, vectors, float };
}

/**
 * The encoder as it is, with a head by logistic regression on the shop's own rows. Background rows teach the TF-IDF classifier alone: the
 * head would tell the intents apart less well for them. See docs/confidence.md. `encoded` must be of the same corpus.
 */
export async function frozenCandidate(
  encoded: EncodedCorpus,
  corpus: Corpus,
  seed: number,
  onDone: OnDone,
): Promise<CandidateModel> {
  const { vectors, parts, activations, graph, encoder } = encoded;
  const { rows, targets, intents } = corpus;
  const own = ownRows(corpus);
  const ownTargets = own.map((row) => targets[row]!);
  const head = await fitIntentHead({ vectors: pick(vectors, own), targets: ownTargets, intents: intents.length });
  const tfidf = await fitTfidf(rows, targets, { intents: intents.length, seed }, onDone);
  const chosen = chooseIndexRows({ rows, targets }, seededRandom(seed));
  const numbers = chosen.map((row) => targets[row] ?? outOfScopeIntent);
  const index = { rows: chosen, vectors: pick(vectors, chosen), intents: numbers };
  const learned: LearnedWeights = new Map();
  const served = { parts, learned, activations, graph, encoder };
  return { ...served, head, tfidf, intents, index, neighbourWeight: 0, longestRead: null, pairs: 0 };
}

export type Tuning = Pick<
  FineTuneOptions,
  'adapters' | 'seed' | 'threads' | 'signal' | 'onStep' | 'resume' | 'onCheckpoint'
> & {
  supplement: Supplement;
  /** Rows of an intent, on average, of the whole shop. A fold has fewer, and is trained as the whole shop is all the same. */
  support: number;
};

/**
 * Encoder and head trained together, starting from a frozen candidate and the vectors of the same corpus. The head to start from has learned
 * the background rows, which fine-tuning goes on showing it.
 */
export async function tunedCandidate(
  frozen: CandidateModel,
  { vectors }: EncodedCorpus,
  corpus: Corpus,
  { supplement, support, ...options }: Tuning,
  onDone: OnDone,
): Promise<CandidateModel> {
  const epochs = epochsFor(support);
  const pooledLength = vectors.length.reduce((sum, length) => sum + length, 0) / vectors.length.length;
  const { messages, targets } = corpus;
  const { tfidf, intents, index } = frozen;
  const { parts, learned, head } = await fineTune({
    base: frozen.parts,
    epoch: (epoch) => epochOf(corpus, supplement, { support, seed: options.seed + epoch }),
    epochs,
    head: await fitIntentHead({ vectors, targets, intents: intents.length }),
    pooledLength,
    contrastiveWeight: contrastiveWeightFor(ownRows(corpus).length * epochs),
    ...options,
  });
  const rows = index.rows.map((row) => messages[row]!);
  const { activations, graph, encoder, vectors: own } = await encode(parts, { messages: rows }, onDone);
  return {
    ...{ parts, learned, activations, graph, encoder, head, tfidf, intents },
    index: { ...index, vectors: own },
    neighbourWeight: neighbourWeightFor(support),
    longestRead: longestBeside(support),
    pairs: pairsFor(supplement.secondMessages.pairs, corpus, support).length,
  };
}

/** The bytes of model.onnx. */
export function servedModel({ graph, head, index }: CandidateModel, auxiliary: AuxiliaryHead): Uint8Array {
  return intentModel(graph, { head, auxiliary, index: index.vectors.unit, inScope: inScopeRows(index.intents) });
}

/** The outputs for rows that the candidate was not trained on, [rows]. */
export async function outputsOf(
  candidate: CandidateModel,
  { rows, messages }: Corpus,
  onDone: OnDone,
): Promise<ModelOutputs[]> {
  const { width } = candidate.parts.config;
  const vectors = await embedAll(candidate.encoder, messages, width, (done) => onDone(done, messages.length));
  return outputsOfVectors(candidate, rows, vectors);
}

/** As `outputsOf`, for rows whose vectors [rows, width] are known. */
export async function outputsOfVectors(
  { head, tfidf, index }: CandidateModel,
  rows: LabelledText[],
  vectors: Vectors,
): Promise<ModelOutputs[]> {
  const { width } = vectors;
  const border = inScopeRows(index.intents) * width;
  const known = index.vectors.unit;
  const near = await nearestRows(vectors.unit, known.subarray(0, border), width, neighbourCount);
  const others = border < known.length ? await nearestRows(vectors.unit, known.subarray(border), width, 1) : [];
  return rows.map(({ text }, i) => ({
    // As JSON, in which an interrupted training keeps them, typed arrays would be objects.
    logits: Array.from(headLogits(head, vectors, i)),
    ...tfidfOutputs(tfidf, text),
    similarity: near[i]!.similarity,
    neighbours: near[i]!.row.map((row) => index.intents[row]!),
    outOfScope: others[i]?.similarity[0] ?? 0,
    characters: text.length,
  }));
}
