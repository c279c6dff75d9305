import { crossEntropy, dropout, encoder, encoderFeeds, linear, rowsFor } from '#onnx-train';
import { epochBatches, type MakeObjective } from '#slm';
import { seededRandom } from '#statistics';

const dropoutRate = 0.1;
const headLearningRate = 1e-3;

/** Cross-entropy over the intents of all sets at once: what is known not to help, for comparison. */
export const intents: MakeObjective = (sets, base, seed) => {
  const offsets = sets.map((_, i) => sets.slice(0, i).reduce((sum, set) => sum + set.intents.length, 0));
  const rows = sets.flatMap((set, i) =>
    set.targets.flatMap((target, row) =>
      target === null ? [] : [{ message: set.messages[row]!, label: offsets[i]! + target }],
    ),
  );
  const count = sets.reduce((sum, set) => sum + set.intents.length, 0);
  const { width } = base.config;
  const random = seededRandom(seed);
  const start = Float32Array.from({ length: count * width }, () => 0.04 * (random.next() - 0.5));
  return {
    learningRate: 5e-5,
    parameters: [
      { name: 'intents.weight', shape: [count, width], data: start, learningRate: headLearningRate, decay: true },
      {
        name: 'intents.bias',
        shape: [count],
        data: new Float32Array(count),
        learningRate: headLearningRate,
        decay: false,
      },
    ],
    loss(tape, shape, size) {
      const pooled = dropout(tape, encoder(tape, shape, size, dropoutRate), dropoutRate);
      const weight = tape.parameter('intents.weight', [count, width]);
      const logits = linear(tape, pooled, weight, tape.parameter('intents.bias', [count]));
      return crossEntropy(tape, logits, tape.input('targets', [size.batch, count]));
    },
    batches: (epoch) =>
      epochBatches(
        rows.map(({ label }) => label),
        rows.map(({ message }) => message.length),
        seed + epoch,
        64,
      ).map(({ rows: chosen, tokens }) => () => {
        const messages = chosen.map((row) => rows[row]!.message);
        const lengths = messages.map(({ length }) => length);
        const shape = { batch: chosen.length, tokens, rows: rowsFor(lengths, tokens) };
        const targets = new Float32Array(chosen.length * count);
        for (const [i, row] of chosen.entries()) targets[i * count + rows[row]!.label] = 1 / chosen.length;
        return { shape, feeds: { ...encoderFeeds(messages, tokens, shape.rows), targets } };
      }),
  };
};
