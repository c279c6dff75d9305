import {
  adamDefaults,
  add,
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
import { adapted, rounded } from './adapters.js';
import { epochBatches, type Batch } from './batches.js';
import { encoderData, encoderShape, encoderStart } from './encoder-start.js';
import type { EncoderParts, IntentHead } from './inference-graph.js';
import { outOfScopeWeight, type Target } from './logistic-regression.js';
import type { FloatTensor } from './safetensors.js';

/** The recipe. Each number was chosen on the validation rows of several public sets and holds for all of them. */
const recipe = {
  encoderRate: 1e-4,
  headRate: 1e-3,
  warmUp: 0.06,
  dropout: 0.1,
  contrastiveWeight: 0.2,
  contrastiveTemperature: 0.1,
} as const;

/** Checkpoints of a run that may be killed take at most this share of its time. */
const checkpointShare = 0.02;

/** Passes over the rows: small shops need more of them. */
export function epochsFor(rows: number): number {
  return rows > 5_000 ? 5 : 8;
}

export interface FineTuneOptions {
  base: EncoderParts;
  /** Token ids of the training rows, and the intent of each. */
  messages: number[][];
  targets: Target[];
  /** From the frozen encoder; the start of the new head. */
  head: IntentHead;
  /** Mean length of the pooled vectors that the head was fitted on, before they were normalised. */
  pooledLength: number;
  /** Train low-rank adapters, and leave the matrices of the encoder as they are. */
  adapters?: boolean;
  /** Passes over the rows. */
  epochs: number;
  seed: number;
  threads: number;
  onStep?: (progress: Progress) => void;
  signal?: AbortSignal;
  /** State to go on from, and who keeps it: now and then, and when the run is aborted. */
  resume?: Buffer;
  onCheckpoint?: (checkpoint: Buffer) => void;
}

export interface Tuned {
  parts: EncoderParts;
  /** What training changed in the encoder, of which `adapted` makes `parts`. */
  learned: Learned;
  head: IntentHead;
}

export type Learned = Map<string, FloatTensor>;

/**
 * Trains encoder and head together: cross-entropy plus a supervised contrastive term on the normalised pooled vector; word vectors stay
 * frozen; the weights' moving average is the result.
 */
export async function fineTune(options: FineTuneOptions): Promise<Tuned> {
  const { base, messages, targets, seed, signal } = options;
  const intents = options.head.bias.length;
  const shape = encoderShape(base, options.adapters);
  const parameters = startParameters(shape, options);
  const lengths = messages.map(({ length }) => length);
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
    const perEpoch = epochBatches(targets, lengths, seed).length;
    const steps = options.epochs * perEpoch;
    let epoch = -1;
    let batches: Batch[] = [];
    await fit(trainer, {
      steps,
      schedule: linearSchedule(steps, recipe.warmUp),
      batch(i) {
        if (Math.floor(i / perEpoch) !== epoch) {
          epoch = Math.floor(i / perEpoch);
          batches = epochBatches(targets, lengths, seed + epoch);
        }
        const { rows, tokens } = batches[i % perEpoch]!;
        return batchOf(rows, tokens, messages, targets, intents);
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

/** The frozen head reads vectors of length 1; halved and divided by the usual length it starts the one that reads them as they are. */
function startParameters(shape: EncoderShape, { base, head, pooledLength, seed }: FineTuneOptions) {
  const intents = head.bias.length;
  const headRules = [
    {
      name: `${headName}.weight`,
      shape: [intents, shape.width],
      decay: true,
      rate: recipe.headRate,
      data: head.weight.map((w) => w / 2 / pooledLength),
    },
    {
      name: `${headName}.bias`,
      shape: [intents],
      decay: false,
      rate: recipe.headRate,
      data: head.bias.map((b) => b / 2),
    },
  ];
  return [...encoderStart(base, shape, recipe.encoderRate, seed), ...headRules];
}

function lossOn(tape: Tape, shape: EncoderShape, size: BatchShape, intents: number) {
  const { batch } = size;
  const pooled = encoder(tape, shape, size, recipe.dropout);
  const weight = tape.parameter(`${headName}.weight`, [intents, shape.width]);
  const bias = tape.parameter(`${headName}.bias`, [intents]);
  const logits = linear(tape, dropout(tape, pooled, recipe.dropout), weight, bias);
  const classification = crossEntropy(tape, logits, tape.input('targets', [batch, intents]));
  const contrastive = supervisedContrastive(
    tape,
    normalise(tape, pooled),
    tape.input('contrast.targets', [batch, batch]),
    tape.input('contrast.excluded', [batch, batch]),
    recipe.contrastiveTemperature,
  );
  return { loss: add(tape, classification, scale(tape, contrastive, recipe.contrastiveWeight)), outputs: { logits } };
}

function batchOf(
  rows: number[],
  tokens: number,
  messages: number[][],
  targets: Target[],
  intents: number,
): { shape: BatchShape; feeds: Feeds } {
  const wanted = new Float32Array(rows.length * intents);
  for (const [i, row] of rows.entries()) {
    const target = targets[row]!;
    const from = i * intents;
    // Out of scope: every intent is as wrong as every other.
    if (target === null) wanted.fill(outOfScopeWeight / intents / rows.length, from, from + intents);
    else wanted[from + target] = 1 / rows.length;
  }
  const contrast = contrastiveTargets(rows.map((row) => targets[row] ?? -1));
  const chosen = rows.map((row) => messages[row]!);
  const lengths = chosen.map(({ length }) => length);
  const shape = { batch: rows.length, tokens, rows: rowsFor(lengths, tokens) };
  return {
    shape,
    feeds: {
      ...encoderFeeds(chosen, tokens, shape.rows),
      targets: wanted,
      'contrast.targets': contrast.targets,
      'contrast.excluded': contrast.excluded,
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
