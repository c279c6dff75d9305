import { InferenceSession, Tensor } from 'onnxruntime-node';
import { expect, it } from 'vitest';
import { gradientOf, stepGraph } from './step-graph.js';
import type { Tape } from './tape.js';

it('has the gradient of each parameter, and the sum of the squares of all', async () => {
  const build = (tape: Tape) => {
    const [a, b] = [tape.parameter('a', []), tape.parameter('b', [])];
    const times = (x: string, y: string) => tape.op('Mul', [x, y]);
    const loss = tape.record(times(a.name, b.name), [], [a, b], (dy) => [
      tape.plus(() => times(dy, b.name)),
      tape.plus(() => times(dy, a.name)),
    ]);
    return { loss };
  };
  const session = await InferenceSession.create(stepGraph(build, ['a', 'b']).bytes);
  const one = (value: number) => new Tensor(Float32Array.of(value), []);
  const outputs = await session.run({ a: one(3), b: one(4) });
  const values = Object.fromEntries(Object.entries(outputs).map(([name, { data }]) => [name, data[0]]));
  expect(values).toEqual({ loss: 12, gradientSquares: 25, [gradientOf('a')]: 4, [gradientOf('b')]: 3 });
});
