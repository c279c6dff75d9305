import { measureActivations } from './activations.js';
import { chooseBank } from './bank.js';
import type { Corpus, LabelledText } from './corpus.js';
import { fineTune, type FineTuneOptions, type Learned } from './fine-tune.js';
import {
  neighbourCount,
  servedGraph,
  type Activations,
  type EncoderParts,
  type IntentHead,
} from './inference-graph.js';
import { fitIntentHead } from './logistic-regression.js';
import { seededRandom } from './random.js';
import type { Signal } from './signal.js';
import { nearestRows } from './similarity.js';
import { embedAll, pick, scores, type Vectors } from './vectors.js';
import { fitWordModel, wordScores, type WordModel } from './word-model.js';

/** An encoder with a head, the word model beside it, and the training rows that messages are compared with: everything but the confidence. */
export interface Stage {
  parts: EncoderParts;
  /** What training changed in the encoder; nothing where it is frozen. */
  learned: Learned;
  activations: Activations;
  /** The int8 encoder without head and bank. */
  encoder: Uint8Array;
  head: IntentHead;
  words: WordModel;
  intents: string[];
  bank: Bank;
}

/** Vectors of chosen training rows, and the intent of each. */
export interface Bank {
  rows: number[];
  vectors: Vectors;
  intents: number[];
}

type OnDone = (done: number, total: number) => void;

/** An encoder in the form that is served, and its vectors of a corpus. */
export type Encoded = Pick<Stage, 'parts' | 'activations' | 'encoder'> & { vectors: Vectors };

export async function encode(
  parts: EncoderParts,
  { messages }: Pick<Corpus, 'messages'>,
  onDone: OnDone,
): Promise<Encoded> {
  const activations = await measureActivations(parts, messages);
  const encoder = servedGraph(parts, activations);
  const vectors = await embedAll(encoder, messages, parts.config.width, (done) => onDone(done, messages.length));
  return { parts, activations, encoder, vectors };
}

/** The encoder as it is, with a head by logistic regression. `encoded`: of the same corpus. */
export async function frozenStage(
  encoded: Encoded,
  { rows, targets, intents }: Corpus,
  seed: number,
  onDone: OnDone,
): Promise<Stage> {
  const { vectors, ...encoder } = encoded;
  const head = await fitIntentHead({ vectors, targets, intents: intents.length });
  const words = await fitWordModel(rows, targets, { intents: intents.length, seed }, onDone);
  const chosen = chooseBank(targets, seededRandom(seed));
  const bank = { rows: chosen, vectors: pick(vectors, chosen), intents: chosen.map((row) => targets[row]!) };
  return { ...encoder, learned: new Map(), head, words, intents, bank };
}

/** Encoder and head trained together, starting from a frozen stage on the same corpus. */
export async function tunedStage(
  frozen: Stage,
  { vectors }: Encoded,
  corpus: Corpus,
  options: Tuning,
  onDone: OnDone,
): Promise<Stage> {
  const pooledLength = vectors.length.reduce((sum, length) => sum + length, 0) / vectors.length.length;
  const { messages, targets } = corpus;
  const { parts, learned, head } = await fineTune({
    base: frozen.parts,
    messages,
    targets,
    head: frozen.head,
    pooledLength,
    ...options,
  });
  const { words, intents, bank } = frozen;
  const { vectors: own, ...encoder } = await encode(
    parts,
    { messages: bank.rows.map((row) => messages[row]!) },
    onDone,
  );
  return { ...encoder, learned, head, words, intents, bank: { ...bank, vectors: own } };
}

export type Tuning = Pick<
  FineTuneOptions,
  'adapters' | 'epochs' | 'seed' | 'threads' | 'signal' | 'onStep' | 'resume' | 'onCheckpoint'
>;

/** The bytes that are served. */
export function stageModel({ parts, activations, head, bank }: Stage): Uint8Array {
  return servedGraph({ ...parts, head, bank: bank.vectors.unit }, activations);
}

/** What the stage makes of rows that it has not been trained on. */
export async function signalsOf(stage: Stage, { rows, messages }: Corpus, onDone: OnDone): Promise<Signal[]> {
  const { width } = stage.parts.config;
  const vectors = await embedAll(stage.encoder, messages, width, (done) => onDone(done, messages.length));
  return vectorSignals(stage, rows, vectors);
}

/** As `signalsOf`, for vectors that are there already. */
export async function vectorSignals(
  { head, words, bank }: Stage,
  rows: LabelledText[],
  vectors: Vectors,
): Promise<Signal[]> {
  const near = await nearestRows(vectors.unit, bank.vectors.unit, vectors.width, neighbourCount);
  return rows.map(({ text }, i) => ({
    logits: Array.from(scores(head, vectors, i)),
    words: Array.from(wordScores(words, text)),
    similarity: near[i]!.similarity,
    neighbours: near[i]!.index.map((row) => bank.intents[row]!),
    characters: text.length,
  }));
}
