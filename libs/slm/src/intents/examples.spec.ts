import { expect, it } from 'vitest';
import { OnnxWriter } from '#onnx-train';
import { floatTensor, floats, openSession } from '../encoder/index.js';
import { nearnessLogits } from './examples.js';

const width = 128;
/** A direction between the first two axes. */
const at = (degrees: number) => {
  const vector = new Float32Array(width);
  vector[0] = Math.cos((degrees * Math.PI) / 180);
  vector[1] = Math.sin((degrees * Math.PI) / 180);
  return vector;
};

it('speaks for the kind whose nearest example is nearer than the nearest of none, as far as it is nearer', async () => {
  const examples = [at(0), at(20), at(90), at(45)];
  const graph = new OnnxWriter();
  const x = graph.input('x', 'float32', ['batch', width]);
  const vectors = Float32Array.from(examples.flatMap((vector) => [...vector]));
  graph.node('Identity', [nearnessLogits(graph, x, { vectors, counts: [2, 1, 1] }, 3)], {}, ['logits']);
  graph.output('logits', 'float32', ['batch', 3]);
  const session = await openSession(graph.finish());
  const of = async (degrees: number) =>
    [...floats((await session.run({ x: floatTensor(at(degrees), [1, width]) }))['logits'])] as [number, number, number];

  const [first, second, third] = await of(10);
  expect(first).toBeGreaterThan(5);
  expect(second).toBeLessThan(-30);
  expect(third).toBe(0);
  const between = await of(45);
  expect(Math.max(...between)).toBeLessThanOrEqual(0);
  await session.release();
});
