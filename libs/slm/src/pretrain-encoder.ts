import { adamDefaults, fit, linearSchedule, Trainer, type Progress } from '#onnx-train';
import type { BaseModel } from './base-model.js';
import { makeCorpus, type LabelledText } from './corpus.js';
import { encoderData, encoderShape, encoderStart } from './encoder-start.js';
import type { MakeObjective, PretrainShape } from './pretrain-objective.js';
import type { FloatTensor } from './safetensors.js';

const warmUp = 0.06;
/** Passes over the text, and the most steps, however much text there is: some ten minutes on two cores. */
const [passes, mostSteps] = [2, 600];

export interface PretrainEncoderOptions {
  base: BaseModel;
  /** Texts by where they come from. */
  sets: LabelledText[][];
  objective: MakeObjective;
  /** Steps to take, where not as many as the text asks for. */
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
  rate: number;
}

/** Trains all of the encoder but its word vectors on; the weights' moving average is the result. */
export async function pretrainEncoder(options: PretrainEncoderOptions): Promise<PretrainedEncoder> {
  const { base, sets, seed, signal } = options;
  const corpora = sets.map((rows) => makeCorpus(rows, base));
  const objective = options.objective(corpora, base, seed);
  const shape = encoderShape(base);
  const trainer = new Trainer<PretrainShape>({
    ...adamDefaults,
    parameters: [...encoderStart(base, shape, objective.rate, seed), ...objective.parameters],
    frozen: encoderData(base, shape),
    build: (tape, size) => ({ loss: objective.loss(tape, shape, size) }),
    seed,
    threads: options.threads,
    sessions: 24,
  });
  let pass = 0;
  let batches = objective.batches(pass);
  const steps = options.steps ?? Math.min(mostSteps, passes * batches.length);
  let used = 0;
  let loss = NaN;
  try {
    await fit(trainer, {
      steps,
      schedule: linearSchedule(steps, warmUp),
      batch() {
        if (used === batches.length) {
          batches = objective.batches(++pass);
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
    return {
      base: { ...base, weights: trainedOn(base.weights, trainer.average()) },
      steps,
      loss,
      rate: objective.rate,
    };
  } finally {
    await trainer.release();
  }
}

/** Positions beyond the longest message that training sees stay as they were. */
function trainedOn(weights: Map<string, FloatTensor>, learned: Map<string, Float32Array>): Map<string, FloatTensor> {
  return new Map(
    [...weights].map(([name, { shape, data }]) => {
      const changed = data.slice();
      changed.set(learned.get(name) ?? []);
      return [name, { shape, data: changed }];
    }),
  );
}

/**
 * Weights `share` of the way from one base to another of the same shape (Wortsman and others, arXiv 2109.01903: a model tuned for one task
 * keeps more of what it knew for others when it is averaged with the one it came from).
 */
export function between(from: BaseModel, to: BaseModel, share: number): BaseModel {
  const weights = [...from.weights].map(([name, { shape, data }]): [string, FloatTensor] => {
    const goal = to.weights.get(name)!.data;
    return [name, { shape, data: data.map((w, i) => w + share * (goal[i]! - w)) }];
  });
  return { ...from, weights: new Map(weights) };
}
