import { adamDefaults, fit, linearSchedule, Trainer, type BatchShape, type Progress } from '#onnx-train';
import { epochBatches, type Epoch } from '../data/index.js';
import {
  adapted,
  encoderData,
  encoderShape,
  rounded,
  type EncoderParts,
  type FloatTensor,
  type LearnedWeights,
} from '../encoder/index.js';
import type { IntentHead } from '../intents/index.js';
import { batchOf } from './batch-feeds.js';
import { headName, lossOn, recipe, startParameters, type Start } from './fine-tune-graph.js';

/** Checkpoints of a run that may be killed take at most this share of its time. */
const checkpointShare = 0.02;

export interface FineTuneOptions extends Start {
  /** The rows of each epoch, from 0. Epochs have the same targets, but for the order and the choice of rows of one target. */
  epoch: (epoch: number) => Epoch;
  /** Train low-rank adapters beside the matrices of the encoder, which stay as they are. */
  adapters?: boolean;
  epochs: number;
  /** Of the supervised contrastive loss. */
  contrastiveWeight: number;
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
  const { base, seed, signal, contrastiveWeight } = options;
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
        return batchOf(batches[i % perEpoch]!, rows, { intents, contrastiveWeight });
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
