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
import { loadBase, shippedBase } from './base-model.js';
import { floatGraph } from './inference-graph.js';
import { floats, openSession, runIds } from './onnx-session.js';
import { createTokenizer } from './tokenizer.js';

it('the graph that trains computes what the exported graph computes, within 1e-5', async () => {
  const base = loadBase(shippedBase());
  const tokenizer = createTokenizer(JSON.parse(base.tokenizerJson) as object);
  const messages = ['Where is my order?', 'refund', 'The jacket arrived with a broken zip, can I swap it?', 'hi'].map(
    (text) => tokenizer.encode(text),
  );
  const words = base.weights.get('embeddings.word_embeddings.weight')!.data;
  const { eps, vocab, ...sizes } = base.config;
  const shape = { ...sizes, layerNormEps: eps, words: vocab, types: 2 };
  const trainer = new Trainer<BatchShape>({
    ...adamDefaults,
    parameters: encoderParameters(shape).map((rule) => ({ ...rule, rate: 1, data: base.weights.get(rule.name)!.data })),
    frozen: { 'embeddings.word_embeddings.weight': words },
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

  const session = await openSession(floatGraph(base).bytes);
  for (const [b, ids] of messages.entries()) {
    const exported = floats((await runIds(session, ids))['pooled']);
    const trained = pooled!.subarray(b * sizes.width, (b + 1) * sizes.width);
    const difference = Math.max(...trained.map((x, i) => Math.abs(x - exported[i]!)));
    expect(difference).toBeLessThan(1e-5);
  }
  await session.release();
});
