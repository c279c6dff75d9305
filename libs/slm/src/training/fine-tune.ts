import {
  adamDefaults,
  add,
  binaryCrossEntropy,
  contrastiveTargets,
  crossEntropy,
  dropout,
  encoder,
  encoderFeeds,
  fit,
  linear,
  linearSchedule,
  normalise,
  rowsFor,
  scale,
  supervisedContrastive,
  Trainer,
  type BatchShape,
  type EncoderShape,
  type Feeds,
  type Progress,
  type Tape,
} from '#onnx-train';
import { auxiliaryLabels } from '../auxiliary/index.js';
import { epochBatches, type Batch, type Epoch } from '../data/index.js';
import {
  adapted,
  encoderData,
  encoderShape,
  encoderStart,
  rounded,
  type EncoderParts,
  type FloatTensor,
  type LearnedWeights,
} from '../encoder/index.js';
import { outOfScopeWeight, type IntentHead } from '../intents/index.js';

/** Chosen on the validation rows of several public sets; the same for all of them. */
const recipe = {
  encoderLearningRate: 1e-4,
  headLearningRate: 1e-3,
  warmUp: 0.06,
  dropoutRate: 0.1,
  contrastiveWeight: 0.2,
  contrastiveTemperature: 0.1,
  betweenWeight: 0.3,
  labelsWeight: 0.5,
} as const;

/** Checkpoints of a run that may be killed take at most this share of its time. */
const checkpointShare = 0.02;

/** Small shops need more epochs. */
export function epochsFor(rows: number): number {
  return rows > 5_000 ? 5 : 7;
}

export interface FineTuneOptions {
  base: EncoderParts;
  /** The rows of each epoch, from 0. Epochs have the same targets, but for the order and the choice of rows of one target. */
  epoch: (epoch: number) => Epoch;
  /** The head on the frozen encoder, from which training starts. */
  head: IntentHead;
  /** Mean length of the pooled vectors that the head was fitted on, before they were scaled to length 1. */
  pooledLength: number;
  /** Train low-rank adapters beside the matrices of the encoder, which stay as they are. */
  adapters?: boolean;
  epochs: number;
  seed: number;
  threads: number;
  onStep?: (progress: Progress) => void;
  signal?: AbortSignal;
  /** A checkpoint to go on from; `onCheckpoint` is given one now and then, and when the run is aborted. */
  resume?: Buffer;
  onCheckpoint?: (checkpoint: Buffer) => void;
}

export interface Tuned {
  parts: EncoderParts;
  /** What training changed in the encoder. `adapted` makes `parts` of it. */
  learned: LearnedWeights;
  head: IntentHead;
}

/**
 * Trains encoder and head together on cross-entropy plus a supervised contrastive loss of the pooled vectors, scaled to length 1 (Khosla and
 * others, arXiv 2004.11362; Gunel and others, arXiv 2011.01403), plus cross-entropy of vectors halfway between two intents, whose target is
 * the uniform distribution (compare Zhan and others, "Out-of-scope intent detection with self-supervision", ACL 2021), plus binary
 * cross-entropy of topics and dialogue acts, on rows of their own: an encoder that learns intents alone forgets what it knew of danger. Word
 * vectors stay frozen. The result is the moving average of the weights. Throws the signal's reason when aborted.
 */
export async function fineTune(options: FineTuneOptions): Promise<Tuned> {
  const { base, seed, signal } = options;
  const intents = options.head.bias.length;
  const shape = encoderShape(base, options.adapters);
  const parameters = startParameters(shape, options);
  const trainer = new Trainer<BatchShape>({
    ...adamDefaults,
    parameters,
    frozen: encoderData(base, shape),
    build: (tape, size) => lossOn(tape, shape, size, intents),
    seed,
    threads: options.threads,
    sessions: 24,
  });
  try {
    if (options.resume) trainer.restore(options.resume);
    const saveNowAndThen = paced(() => options.onCheckpoint?.(trainer.checkpoint()), checkpointShare);
    const batchesOf = (rows: Epoch, epoch: number) =>
      epochBatches(
        rows.targets,
        rows.messages.map(({ length }) => length),
        seed + epoch,
      );
    let epoch = 0;
    let rows = options.epoch(epoch);
    let batches = batchesOf(rows, epoch);
    const perEpoch = batches.length;
    const steps = options.epochs * perEpoch;
    await fit(trainer, {
      steps,
      schedule: linearSchedule(steps, recipe.warmUp),
      batch(i) {
        if (Math.floor(i / perEpoch) !== epoch) {
          epoch = Math.floor(i / perEpoch);
          rows = options.epoch(epoch);
          batches = batchesOf(rows, epoch);
        }
        return batchOf(batches[i % perEpoch]!, rows, intents);
      },
      onStep: (progress) => {
        saveNowAndThen();
        options.onStep?.(progress);
      },
      signal,
    });
    return tunedFrom(trainer.average(), parameters, options);
  } catch (error) {
    if (signal?.aborted) options.onCheckpoint?.(trainer.checkpoint());
    throw error;
  } finally {
    await trainer.release();
  }
}

/** Calls `act` at once, and then as often as keeps it below `share` of the time. */
function paced(act: () => void, share: number): () => void {
  let due = 0;
  return () => {
    const began = performance.now();
    if (began < due) return;
    act();
    const ended = performance.now();
    due = ended + (ended - began) / share;
  };
}

const headName = 'head';
const labelsName = `${headName}.labels`;
/** At the start every label is improbable, as most are. */
const improbable = -3;

/**
 * The encoder's parameters and the head's. The given head reads vectors of length 1, the new one reads pooled vectors as they are. So its
 * weights start at the given ones, divided by the mean length of the vectors; halving them leaves room to learn.
 */
function startParameters(shape: EncoderShape, { base, head, pooledLength, seed }: FineTuneOptions) {
  const labels = auxiliaryLabels.length;
  return [
    ...encoderStart(base, shape, recipe.encoderLearningRate, seed),
    ...layerStart(
      headName,
      head.weight.map((w) => w / 2 / pooledLength),
      head.bias.map((b) => b / 2),
    ),
    ...layerStart(labelsName, new Float32Array(labels * shape.width), new Float32Array(labels).fill(improbable)),
  ];
}

/** A linear layer on the pooled vector: `weight` [outputs, width] and `bias` [outputs]. */
function layerStart(name: string, weight: Float32Array, bias: Float32Array) {
  const outputs = bias.length;
  const { headLearningRate: learningRate } = recipe;
  return [
    { name: `${name}.weight`, shape: [outputs, weight.length / outputs], decay: true, learningRate, data: weight },
    { name: `${name}.bias`, shape: [outputs], decay: false, learningRate, data: bias },
  ];
}

function lossOn(tape: Tape, shape: EncoderShape, size: BatchShape, intents: number) {
  const { batch } = size;
  const pooled = encoder(tape, shape, size, recipe.dropoutRate);
  const weight = tape.parameter(`${headName}.weight`, [intents, shape.width]);
  const bias = tape.parameter(`${headName}.bias`, [intents]);
  const logits = linear(tape, dropout(tape, pooled, recipe.dropoutRate), weight, bias);
  const classification = crossEntropy(tape, logits, tape.input('targets', [batch, intents]));
  // The head is linear, so the logits of a vector halfway between two are halfway between theirs.
  const nothing = tape.input('halfway.bias', [intents]);
  const halfway = linear(tape, tape.input('halfway', [batch, batch]), logits, nothing, { transposed: true });
  const between = crossEntropy(tape, halfway, tape.input('halfway.targets', [batch, intents]));
  const contrastive = supervisedContrastive(
    tape,
    normalise(tape, pooled),
    tape.input('contrast.targets', [batch, batch]),
    tape.input('contrast.excluded', [batch, batch]),
    recipe.contrastiveTemperature,
  );
  const labels = auxiliaryLabels.length;
  const told = binaryCrossEntropy(
    tape,
    linear(
      tape,
      pooled,
      tape.parameter(`${labelsName}.weight`, [labels, shape.width]),
      tape.parameter(`${labelsName}.bias`, [labels]),
    ),
    tape.input('labels', [batch, labels]),
    tape.input('labels.weights', [batch, labels]),
  );
  const loss = [
    classification,
    scale(tape, told, recipe.labelsWeight),
    scale(tape, contrastive, recipe.contrastiveWeight),
    scale(tape, between, recipe.betweenWeight),
  ].reduce((sum, part) => add(tape, sum, part));
  return { loss, outputs: { logits } };
}

function batchOf(
  { rows, tokens }: Batch,
  { messages, targets, labels }: Epoch,
  intents: number,
): { shape: BatchShape; feeds: Feeds } {
  const n = rows.length;
  const firstLabelled = targets.length - labels.length;
  const hasIntent = (row: number) => row < firstLabelled;
  const wanted = new Float32Array(n * intents);
  const halfway = new Float32Array(n * n);
  const between = new Float32Array(n * intents);
  for (const [i, row] of rows.entries()) {
    if (!hasIntent(row)) continue;
    const target = targets[row]!;
    const from = i * intents;
    // The target of an out-of-scope message is the uniform distribution.
    if (target === null) wanted.fill(outOfScopeWeight / intents / n, from, from + intents);
    else wanted[from + target] = 1 / n;
    // Row i + 1 may be of the same intent; row i + 2 begins the next pair.
    const other = (i + 2) % n;
    halfway[i * n + i] = 0.5;
    halfway[i * n + other] = 0.5;
    if (hasIntent(rows[other]!) && target !== targets[rows[other]!])
      between.fill(1 / intents / n, from, from + intents);
  }
  // Messages out of scope have nothing in common. Each is a kind of its own, from which the others are told.
  const contrast = contrastiveTargets(rows.map((row) => (hasIntent(row) ? (targets[row] ?? intents + row) : -1)));
  const known = rows.map((row) => labels[row - firstLabelled] ?? auxiliaryLabels.map(() => null));
  const chosen = rows.map((row) => messages[row]!);
  const lengths = chosen.map(({ length }) => length);
  const shape = { batch: n, tokens, rows: rowsFor(lengths, tokens) };
  return {
    shape,
    feeds: {
      ...encoderFeeds(chosen, tokens, shape.rows),
      targets: wanted,
      labels: Float32Array.from(known.flat(), Number),
      'labels.weights': Float32Array.from(known.flat(), (label) => (label === null ? 0 : 1 / n)),
      'contrast.targets': contrast.targets,
      'contrast.excluded': contrast.excluded,
      halfway,
      'halfway.bias': new Float32Array(intents),
      'halfway.targets': between,
    },
  };
}

function tunedFrom(
  weights: Map<string, Float32Array>,
  parameters: { name: string; shape: readonly number[] }[],
  { base, adapters }: FineTuneOptions,
): Tuned {
  const tensors = parameters
    .filter(({ name }) => !name.startsWith(headName))
    .map(({ name, shape }): [string, FloatTensor] => [name, { shape: [...shape], data: weights.get(name)! }]);
  const learned = new Map(tensors.map(([name, tensor]) => [name, adapters ? rounded(tensor) : tensor]));
  const head: IntentHead = {
    weight: weights.get(`${headName}.weight`)!,
    bias: weights.get(`${headName}.bias`)!,
    reads: 'pooled',
  };
  return { parts: { config: base.config, weights: adapted(base.weights, learned) }, learned, head };
}
