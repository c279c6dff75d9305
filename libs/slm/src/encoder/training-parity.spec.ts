import { expect, it } from 'vitest';
import {
  adamDefaults,
  crossEntropy,
  encoder,
  encoderFeeds,
  encoderParameters,
  rowsFor,
  Trainer,
  type BatchShape,
} from '#onnx-train';
import { seededRandom } from '#statistics';
import { adapted } from './adapters.js';
import { loadBase, shippedBase } from './base-model.js';
import { floatModel } from './encoder-graph.js';
import { floats, openSession, runIds } from './onnx-session.js';
import { createTokenizer } from './tokenizer.js';
import { encoderData, encoderShape } from './trainable-encoder.js';

const base = loadBase(shippedBase());
const tokenizer = createTokenizer(JSON.parse(base.tokenizerJson) as object);
const messages = ['Where is my order?', 'refund', 'The jacket arrived with a broken zip, can I swap it?', 'hi'].map(
  (text) => tokenizer.encode(text),
);

it.each([
  ['all of the encoder', false],
  ['adapters, added to their matrices for export', true],
])('the graph that trains %s computes what the exported graph computes, within 1e-5', async (_, adapters) => {
  const shape = encoderShape(base, adapters);
  const data = encoderData(base, shape);
  const random = seededRandom(2);
  // Adapters start with B = 0, which changes nothing, so they are drawn at random here.
  const parameters = encoderParameters(shape).map((rule) => {
    const dims = [...rule.shape];
    const drawn = () => Float32Array.from({ length: dims[0]! * dims[1]! }, () => 0.05 * (random.next() - 0.5));
    return { ...rule, shape: dims, learningRate: 1, data: data[rule.name] ?? drawn() };
  });
  const trainer = new Trainer<BatchShape>({
    ...adamDefaults,
    parameters,
    frozen: data,
    build(tape, size) {
      const pooled = encoder(tape, shape, size, 0.1);
      // Any loss will do: only the forward pass runs.
      return { loss: crossEntropy(tape, pooled, pooled), outputs: { pooled } };
    },
    seed: 1,
    threads: 1,
    sessions: 1,
  });
  const lengths = messages.map(({ length }) => length);
  const tokens = Math.max(...lengths);
  const rows = rowsFor(lengths, tokens);
  const { pooled } = await trainer.forward(
    { batch: messages.length, tokens, rows },
    encoderFeeds(messages, tokens, rows),
  );
  await trainer.release();

  const learned = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const weights = adapters ? adapted(base.weights, learned) : base.weights;
  const session = await openSession(floatModel({ config: base.config, weights }).bytes);
  for (const [b, ids] of messages.entries()) {
    const exported = floats((await runIds(session, ids))['pooled']);
    const trained = pooled!.subarray(b * shape.width, (b + 1) * shape.width);
    const difference = Math.max(...trained.map((x, i) => Math.abs(x - exported[i]!)));
    expect(difference).toBeLessThan(1e-5);
  }
  await session.release();
});
