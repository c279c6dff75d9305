import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  adamDefaults,
  add,
  contrastiveTargets,
  crossEntropy,
  dropout,
  encoder,
  encoderFeeds,
  encoderNames,
  encoderParameters,
  linear,
  normalise,
  Random,
  rowsFor,
  scale,
  supervisedContrastive,
  Trainer,
  type BatchShape,
  type EncoderShape,
} from '#onnx-train';

/** The fine-tuning of libs/slm on invented numbers: MiniLM-L6's shape, 77 intents, batches of 32 in pairs of one intent. */
export const batchSize = 32;
const intents = 77;
const learningRates = { encoder: 1e-4, head: 1e-3, layerDecay: 0.9 };
const shape: EncoderShape = {
  layers: 6,
  width: 384,
  heads: 12,
  ffn: 1536,
  layerNormEps: 1e-12,
  activation: 'gelu',
  positions: 64,
  types: 2,
  words: 30_522,
};

export interface Example {
  ids: number[];
  label: number;
}

/** Numbers of this standard deviation, nearly normally distributed: sums of three uniform ones. */
function noise(random: Random, size: number, deviation: number): Float32Array {
  return Float32Array.from(
    { length: size },
    () => 2 * deviation * (random.next() + random.next() + random.next() - 1.5),
  );
}

/** Random weights, the same each time. */
export function initialWeights() {
  const random = new Random(1);
  const rules = [
    ...encoderParameters(shape).map((rule) => ({
      ...rule,
      learningRate: learningRates.encoder * learningRates.layerDecay ** (shape.layers - rule.layer),
    })),
    { name: 'head.weight', shape: [intents, shape.width], learningRate: learningRates.head, decay: true },
    { name: 'head.bias', shape: [intents], learningRate: learningRates.head, decay: false },
  ];
  const parameters = rules.map((rule) => {
    const size = rule.shape.reduce((product, n) => product * n, 1);
    const data = noise(random, size, rule.decay ? 0.04 : 0.01);
    return { ...rule, data: rule.name.endsWith('LayerNorm.weight') ? data.map((x) => 1 + x) : data };
  });
  return { parameters, words: noise(random, shape.words * shape.width, 0.04) };
}

/**
 * Batch i, in pairs of one intent. Messages are up to 7 tokens shorter than `tokens`. Each intent has tokens of its own, so that there
 * is something to learn.
 */
export function examples(i: number, tokens: number): Example[] {
  const random = new Random(1000 + i);
  const below = (n: number) => Math.floor(random.next() * n);
  return Array.from({ length: batchSize / 2 }, () => below(intents)).flatMap((label) =>
    [0, 1].map(() => ({
      label,
      ids: Array.from({ length: tokens - below(8) }, () =>
        random.next() < 0.3 ? 1000 + label * 20 + below(20) : below(shape.words),
      ),
    })),
  );
}

export function newTrainer(
  { parameters, words }: ReturnType<typeof initialWeights>,
  { threads, dropProbability }: { threads: number; dropProbability: number },
): Trainer<BatchShape> {
  return new Trainer<BatchShape>({
    ...adamDefaults,
    parameters,
    frozen: { [encoderNames.words]: words },
    build(tape, size) {
      const { batch } = size;
      const pooled = encoder(tape, shape, size, dropProbability);
      const head = tape.parameter('head.weight', [intents, shape.width]);
      const kept = dropout(tape, pooled, dropProbability);
      const logits = linear(tape, kept, head, tape.parameter('head.bias', [intents]));
      const square = (name: string) => tape.input(name, [batch, batch]);
      const z = normalise(tape, pooled);
      const contrast = supervisedContrastive(tape, z, square('contrast.targets'), square('contrast.excluded'), 0.1);
      const classified = crossEntropy(tape, logits, tape.input('targets', [batch, intents]));
      return { loss: add(tape, classified, scale(tape, contrast, 0.2)) };
    },
    seed: 1,
    threads,
    sessions: 12,
  });
}

/** A batch in the form that `Trainer.step` takes. */
export function batchOf(rows: Example[], tokens: number) {
  const targets = new Float32Array(rows.length * intents);
  rows.forEach(({ label }, row) => (targets[row * intents + label] = 1 / rows.length));
  const contrast = contrastiveTargets(rows.map(({ label }) => label));
  const messages = rows.map(({ ids }) => ids);
  const shape = {
    batch: rows.length,
    tokens,
    rows: rowsFor(
      messages.map(({ length }) => length),
      tokens,
    ),
  };
  return {
    shape,
    feeds: {
      ...encoderFeeds(messages, tokens, shape.rows),
      targets,
      'contrast.targets': contrast.targets,
      'contrast.excluded': contrast.excluded,
    },
  };
}

/** Writes weights, their names and batches for torch_steps.py into a new folder, and returns the folder. */
export function writeForTorch(
  { parameters, words }: ReturnType<typeof initialWeights>,
  batches: Record<number, Example[][]>,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'baton-train-'));
  const frozen = {
    name: encoderNames.words,
    shape: [shape.words, shape.width],
    learningRate: 0,
    decay: false,
    data: words,
  };
  const all = [...parameters, frozen];
  writeFileSync(join(folder, 'weights.bin'), Buffer.concat(all.map(({ data }) => Buffer.from(data.buffer))));
  const tensors = all.map(({ name, shape: dims, learningRate, decay }) => ({ name, shape: dims, learningRate, decay }));
  const names = { ...encoderNames, layers: Array.from({ length: shape.layers }, (_, l) => encoderNames.layer(l)) };
  writeFileSync(
    join(folder, 'workload.json'),
    JSON.stringify({ ...shape, adam: adamDefaults, names, tensors, batches, dropProbabilities: [0, 0.1] }),
  );
  return folder;
}
