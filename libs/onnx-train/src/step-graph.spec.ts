import { InferenceSession, Tensor } from 'onnxruntime-node';
import { expect, it } from 'vitest';
import { product } from './ops/linear.js';
import { gradientOf, stepGraph } from './step-graph.js';
import type { Tape } from './tape.js';

it('has the gradient of each parameter, and the sum of the squares of all', async () => {
  const build = (tape: Tape) => {
    const c = product(tape, tape.parameter('a', [1, 1]), tape.parameter('b', [1, 1]));
    const sum = tape.op('ReduceSum', [c.name], { keepdims: { int: 0 } });
    return { loss: tape.record(sum, [], [c], (dy) => [() => tape.reshape(dy, 1, 1)]) };
  };
  const session = await InferenceSession.create(stepGraph(build, ['a', 'b']).bytes);
  const one = (value: number) => new Tensor(Float32Array.of(value), [1, 1]);
  const outputs = await session.run({ a: one(3), b: one(4) });
  const values = Object.fromEntries(Object.entries(outputs).map(([name, { data }]) => [name, data[0]]));
  expect(values).toEqual({ loss: 12, gradientSquares: 25, [gradientOf('a')]: 4, [gradientOf('b')]: 3 });
});
