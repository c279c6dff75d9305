import { adamDefaults, fit, linearSchedule, Trainer, type Progress } from '#onnx-train';
import { makeCorpus, type LabelledText } from '../data/index.js';
import { encoderData, encoderShape, encoderStart, type BaseModel, type FloatTensor } from '../encoder/index.js';
import type { MakeObjective, PretrainShape } from './objective.js';

const warmUp = 0.06;
/** Passes over the text, but at most 600 steps however much text there is: about ten minutes on two cores. */
const [epochs, mostSteps] = [2, 600];

export interface PretrainEncoderOptions {
  base: BaseModel;
  /** Rows by source. */
  sets: LabelledText[][];
  objective: MakeObjective;
  /** By default two epochs, at most 600 steps. */
  steps?: number;
  seed: number;
  threads: number;
  onStep?: (progress: Progress) => void;
  signal?: AbortSignal;
}

export interface PretrainedEncoder {
  base: BaseModel;
  steps: number;
  /** Of the last step. */
  loss: number;
  /** Peak learning rate of the top layer. */
  learningRate: number;
}

/**
 * Continues the training of an encoder on an objective. Word vectors stay frozen. The result is the moving average of the weights. Throws
 * the signal's reason when aborted.
 */
export async function pretrainEncoder(options: PretrainEncoderOptions): Promise<PretrainedEncoder> {
  const { base, sets, seed, signal } = options;
  const corpora = sets.map((rows) => makeCorpus(rows, base));
  const objective = options.objective(corpora, base, seed);
  const { learningRate } = objective;
  const shape = encoderShape(base);
  const trainer = new Trainer<PretrainShape>({
    ...adamDefaults,
    parameters: [...encoderStart(base, shape, learningRate, seed), ...objective.parameters],
    frozen: encoderData(base, shape),
    build: (tape, size) => ({ loss: objective.loss(tape, shape, size) }),
    seed,
    threads: options.threads,
    sessions: 24,
  });
  let epoch = 0;
  let batches = objective.batches(epoch);
  const steps = options.steps ?? Math.min(mostSteps, epochs * batches.length);
  let used = 0;
  let loss = NaN;
  try {
    await fit(trainer, {
      steps,
      schedule: linearSchedule(steps, warmUp),
      batch() {
        if (used === batches.length) {
          batches = objective.batches(++epoch);
          used = 0;
        }
        return batches[used++]!();
      },
      onStep(progress) {
        loss = progress.loss;
        options.onStep?.(progress);
      },
      signal,
    });
    const weights = replaced(base.weights, trainer.average());
    return { base: { ...base, weights }, steps, loss, learningRate };
  } finally {
    await trainer.release();
  }
}

/** Position vectors beyond the longest message of training stay as they were. */
function replaced(weights: Map<string, FloatTensor>, learned: Map<string, Float32Array>): Map<string, FloatTensor> {
  return new Map(
    [...weights].map(([name, { shape, data }]) => {
      const changed = data.slice();
      changed.set(learned.get(name) ?? []);
      return [name, { shape, data: changed }];
    }),
  );
}

/**
 * Weights from + share * (to - from), for two bases of the same shape. A model tuned for one task keeps more of what it knew for others when
 * it is averaged with the one it came from (Wortsman and others, arXiv 2109.01903).
 */
export function between(from: BaseModel, to: BaseModel, share: number): BaseModel {
  const weights = [...from.weights].map(([name, { shape, data }]): [string, FloatTensor] => {
    const goal = to.weights.get(name)!.data;
    return [name, { shape, data: data.map((w, i) => w + share * (goal[i]! - w)) }];
  });
  return { ...from, weights: new Map(weights) };
}
