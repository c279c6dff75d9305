import { afterEach, describe, expect, it } from 'vitest';
import { encoderFeeds, rowsFor, type BatchShape } from './encoder/batch.js';
import { encoder } from './encoder/encoder.js';
import { encoderParameters, type EncoderShape } from './encoder/parameters.js';
import { fit, linearSchedule } from './fit.js';
import { gradientError, numbers, type Fed } from './graph/gradient-check.js';
import type { Tape, Var } from './graph/tape.js';
import { contrastiveTargets, supervisedContrastive } from './ops/contrastive.js';
import { crossEntropy } from './ops/cross-entropy.js';
import { dropout } from './ops/dropout.js';
import { add, scale } from './ops/elementwise.js';
import { linear } from './ops/linear.js';
import { normalise } from './ops/normalise.js';
import { adamDefaults, type ParameterRule } from './optimiser/adamw.js';
import { Random } from './random.js';
import { Trainer } from './trainer.js';

const shape: EncoderShape = {
  layers: 2,
  width: 8,
  heads: 2,
  ffn: 12,
  layerNormEps: 1e-12,
  activation: 'gelu',
  positions: 6,
  types: 2,
  words: 20,
};
const intents = 3;

function build(tape: Tape, size: BatchShape, of = shape): { loss: Var; outputs: Record<string, Var> } {
  const { batch } = size;
  const pooled = encoder(tape, of, size, 0.1);
  const head = tape.parameter('head.weight', [intents, shape.width]);
  const logits = linear(tape, dropout(tape, pooled, 0.1), head, tape.parameter('head.bias', [intents]));
  const square = (name: string) => tape.input(name, [batch, batch]);
  const z = normalise(tape, pooled);
  const contrast = supervisedContrastive(tape, z, square('contrast.targets'), square('contrast.excluded'), 0.1);
  const classified = crossEntropy(tape, logits, tape.input('targets', [batch, intents]));
  return { loss: add(tape, classified, scale(tape, contrast, 0.2)), outputs: { pooled, logits } };
}

function parameters(of = shape): (ParameterRule & { data: Float32Array })[] {
  const random = new Random(5);
  const rules = [
    ...encoderParameters(of).map((rule) => ({ ...rule, learningRate: 1e-2 * 0.9 ** (shape.layers - rule.layer) })),
    { name: 'head.weight', shape: [intents, shape.width], learningRate: 2e-2, decay: true },
    { name: 'head.bias', shape: [intents], learningRate: 2e-2, decay: false },
  ];
  return rules.map((rule) => {
    const size = rule.shape.reduce((product, n) => product * n, 1);
    const centre = rule.name.endsWith('LayerNorm.weight') ? 1 : 0;
    return { ...rule, data: Float32Array.from({ length: size }, () => centre + random.next() - 0.5) };
  });
}

const words = Float32Array.from(numbers([shape.words, shape.width]).data);

/** Six messages of 2 to `tokens` tokens, of the same lengths for every i. The first token says the label. `padded` has a row for every slot. */
function batchOf(i: number, tokens: number, layout: 'packed' | 'padded' = 'packed') {
  const random = new Random(i);
  const labels = [0, 0, 1, 1, 2, 2];
  const messages = labels.map((label, row) => [
    label,
    ...Array.from({ length: 1 + (row % (tokens - 1)) }, () => 3 + Math.floor(random.next() * 17)),
  ]);
  const targets = new Float32Array(labels.length * intents);
  labels.forEach((label, row) => (targets[row * intents + label] = 1 / labels.length));
  const contrast = contrastiveTargets(labels);
  const used = messages.flat().length;
  const rows = layout === 'packed' ? Math.min(used + 2, labels.length * tokens) : labels.length * tokens;
  return {
    shape: { batch: labels.length, tokens, rows },
    feeds: {
      ...encoderFeeds(messages, tokens, rows),
      targets,
      'contrast.targets': contrast.targets,
      'contrast.excluded': contrast.excluded,
    },
  };
}

const open: Trainer<BatchShape>[] = [];
function newTrainer(seed = 1, sessions = 3): Trainer<BatchShape> {
  const frozen = { 'embeddings.word_embeddings.weight': words };
  const trainer = new Trainer<BatchShape>({
    ...adamDefaults,
    parameters: parameters(),
    frozen,
    build: (tape, size) => build(tape, size),
    seed,
    threads: 1,
    sessions,
  });
  open.push(trainer);
  return trainer;
}
afterEach(async () => {
  for (const trainer of open.splice(0)) await trainer.release();
});

const plan = (steps: number) => ({
  steps,
  schedule: linearSchedule(steps, 0.1),
  batch: (i: number) => batchOf(i, i % 2 ? 4 : 6),
});

it.each([
  ['a whole encoder', shape],
  ['the adapters of one', { ...shape, adapterRank: 2 }],
])('has the gradients of finite differences for %s with its losses', async (_, of) => {
  const { shape: size, feeds } = batchOf(1, 4);
  const { rows } = size;
  const fed = (data: Fed['data'], ...dims: number[]): Fed => ({ data, shape: dims });
  const allFed = (rules: ReturnType<typeof parameters>) =>
    Object.fromEntries(
      rules.map(({ name, data, shape, transposed }) => [
        name,
        fed(data, ...(transposed ? [...shape].reverse() : shape)),
      ]),
    );
  const given = allFed(parameters(of));
  const fill = {
    ...allFed(
      parameters()
        .filter(({ name }) => !(name in given))
        .map((frozen) => ({ ...frozen, transposed: false })),
    ),
    ids: fed(feeds.ids, rows),
    places: fed(feeds.places, rows, 4),
    'row.of.slot': fed(feeds['row.of.slot'], 24),
    'slot.of.row': fed(feeds['slot.of.row'], rows),
    'attention.mask': fed(feeds['attention.mask'], 6, 1, 1, 4),
    'pooling.weights': fed(feeds['pooling.weights'], 6, rows),
    'embeddings.word_embeddings.weight': fed(words, shape.words, shape.width),
    targets: fed(feeds.targets, 6, intents),
    'contrast.targets': fed(feeds['contrast.targets'], 6, 6),
    'contrast.excluded': fed(feeds['contrast.excluded'], 6, 6),
  };
  const step = { precision: 'float32', step: 2 ** -6 } as const;
  const error = await gradientError(step, given, fill, (tape) => build(tape, size, of).loss);
  expect(error).toBeLessThan(5e-3);
});

it('gives the same whether padding is computed or left out', async () => {
  const trainer = newTrainer();
  const [packed, padded] = [batchOf(3, 6), batchOf(3, 6, 'padded')];
  expect(packed.shape.rows).toBeLessThan(padded.shape.rows);
  const a = await trainer.forward(packed.shape, packed.feeds);
  const b = await trainer.forward(padded.shape, padded.feeds);
  a.pooled!.forEach((x, i) => expect(x).toBeCloseTo(b.pooled![i]!, 5));
});

it('rounds rows up, and leaves nothing out where there is no padding', () => {
  expect(rowsFor([10, 20, 40], 30)).toBe(64);
  expect(rowsFor([30, 30, 30], 30)).toBe(90);
});

describe('a run', () => {
  it('learns what the first token says, and the average serves it', async () => {
    const trainer = newTrainer();
    const losses: number[] = [];
    await fit(trainer, { ...plan(120), onStep: ({ loss }) => void losses.push(loss) });
    expect(Math.max(...losses.slice(-5))).toBeLessThan(losses[0]! / 2);
    const { shape: size, feeds } = batchOf(999, 6);
    const { logits, pooled } = await trainer.forward(size, feeds);
    const best = [0, 1, 2, 3, 4, 5].map((row) => {
      const own = [...logits!.subarray(row * intents, (row + 1) * intents)];
      return own.indexOf(Math.max(...own));
    });
    expect(best).toEqual([0, 0, 1, 1, 2, 2]);
    expect(pooled).toHaveLength(6 * shape.width);
  });

  it('gives the same weights for the same seed, and others for another', async () => {
    const [a, b, c] = [newTrainer(7), newTrainer(7), newTrainer(8)];
    for (const trainer of [a, b, c]) await fit(trainer, plan(6));
    expect(b.average()).toEqual(a.average());
    expect(c.average()).not.toEqual(a.average());
  });

  it('resumes from a checkpoint bit-equal, with sessions released in between', async () => {
    const whole = newTrainer();
    await fit(whole, plan(10));
    const first = newTrainer(1, 1);
    const stop = new AbortController();
    const cancelled = fit(first, {
      ...plan(10),
      signal: stop.signal,
      onStep: ({ step }) => (step === 5 ? stop.abort(new Error('stopped')) : undefined),
    });
    await expect(cancelled).rejects.toThrow('stopped');
    const second = newTrainer();
    second.restore(first.checkpoint());
    expect(second.steps).toBe(5);
    await fit(second, plan(10));
    expect(second.weights()).toEqual(whole.weights());
    expect(second.average()).toEqual(whole.average());
  });

  it('refuses a checkpoint that is cut short', () => {
    const trainer = newTrainer();
    const checkpoint = trainer.checkpoint();
    expect(() => trainer.restore(checkpoint.subarray(0, checkpoint.length - 4))).toThrow('incomplete');
  });
});
