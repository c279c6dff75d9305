import { measureActivations } from './activations.js';
import { chooseBank, signalOf } from './bank.js';
import type { Audited } from './confidence.js';
import type { Corpus, LabelledText } from './corpus.js';
import { fineTune, type FineTuneOptions } from './fine-tune.js';
import {
  neighbourCount,
  servedGraph,
  type Activations,
  type EncoderParts,
  type IntentHead,
} from './inference-graph.js';
import { fitIntentHead } from './logistic-regression.js';
import { seededRandom } from './random.js';
import { argmax, featuresOf } from './signal.js';
import { nearestRows, type Neighbours } from './similarity.js';
import { embedAll, pick, scores, type Vectors } from './vectors.js';

/** An encoder with a head, and the training rows that messages are compared with: everything but the confidence. */
export interface Stage {
  parts: EncoderParts;
  activations: Activations;
  /** The int8 encoder without head and bank. */
  encoder: Uint8Array;
  head: IntentHead;
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

/** The encoder as it is, with a head by logistic regression. */
export async function frozenStage(
  parts: EncoderParts,
  corpus: Corpus,
  seed: number,
  onDone: OnDone,
): Promise<Stage & { vectors: Vectors }> {
  const { activations, encoder, vectors } = await encode(parts, corpus, onDone);
  const head = await fitIntentHead({ vectors, targets: corpus.targets, intents: corpus.intents.length });
  return { parts, activations, encoder, head, intents: corpus.intents, bank: bankOf(corpus, vectors, seed), vectors };
}

/** Encoder and head trained together, starting from a frozen stage of the same rows. */
export async function tunedStage(
  frozen: Stage & { vectors: Vectors },
  corpus: Corpus,
  options: Pick<FineTuneOptions, 'seed' | 'threads' | 'signal' | 'onStep' | 'resume' | 'onAbort'>,
  onDone: OnDone,
): Promise<Stage> {
  const lengths = frozen.vectors.length;
  const pooledLength = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const { messages, targets } = corpus;
  const { parts, head } = await fineTune({
    base: frozen.parts,
    messages,
    targets,
    head: frozen.head,
    pooledLength,
    ...options,
  });
  const { activations, encoder, vectors } = await encode(parts, corpus, onDone);
  return { parts, activations, encoder, head, intents: corpus.intents, bank: bankOf(corpus, vectors, options.seed) };
}

/** The bytes that are served. */
export function stageModel({ parts, activations, head, bank }: Stage): Uint8Array {
  return servedGraph({ ...parts, head, bank: bank.vectors.unit }, activations);
}

export type Judgement = Audited & { predicted: string };

/** What the stage makes of rows that it has not been trained on. */
export async function auditRows(
  stage: Stage,
  rows: LabelledText[],
  messages: number[][],
  onDone: OnDone,
): Promise<Judgement[]> {
  const { width } = stage.parts.config;
  const vectors = await embedAll(stage.encoder, messages, width, (done) => onDone(done, messages.length));
  return auditVectors(stage, rows, vectors, () => true);
}

/** As `auditRows`, for vectors that are there already; `allowed` says which rows of the bank a vector may be compared with. */
export async function auditVectors(
  { head, intents, bank }: Pick<Stage, 'head' | 'intents' | 'bank'>,
  rows: LabelledText[],
  vectors: Vectors,
  allowed: (vector: number, bankRow: number) => boolean,
): Promise<Judgement[]> {
  const near = await nearestRows(vectors.unit, bank.vectors.unit, vectors.width, neighbourCount, allowed);
  return rows.map((row, i) => judgement(row, scores(head, vectors, i), near[i]!, bank, intents));
}

/** Rows of the bank as they would look to a frozen encoder had their intent never been taught. */
export async function leaveIntentsOut({ head, intents, bank }: Stage): Promise<Judgement[]> {
  const { unit, width } = bank.vectors;
  const near = await nearestRows(unit, unit, width, neighbourCount, (i, row) => bank.intents[row] !== bank.intents[i]);
  return near.map((neighbours, i) => {
    const logits = scores(head, bank.vectors, i);
    logits[bank.intents[i]!] = -Infinity;
    return judgement({ text: '', intent: '', oos: true }, logits, neighbours, bank, intents);
  });
}

function judgement(
  row: LabelledText,
  logits: Float64Array,
  near: Neighbours,
  bank: Bank,
  intents: string[],
): Judgement {
  const predicted = intents[argmax(logits)]!;
  const features = featuresOf(signalOf(logits, near, bank.intents));
  return { features, predicted, correct: !row.oos && row.intent === predicted, oos: row.oos };
}

async function encode(parts: EncoderParts, { messages }: Corpus, onDone: OnDone) {
  const activations = await measureActivations(parts, messages);
  const encoder = servedGraph(parts, activations);
  const vectors = await embedAll(encoder, messages, parts.config.width, (done) => onDone(done, messages.length));
  return { activations, encoder, vectors };
}

function bankOf({ targets }: Corpus, vectors: Vectors, seed: number): Bank {
  const rows = chooseBank(targets, seededRandom(seed));
  return { rows, vectors: pick(vectors, rows), intents: rows.map((row) => targets[row]!) };
}
