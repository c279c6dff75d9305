import { InferenceSession, Tensor } from 'onnxruntime-node';
import { Tape, type Var } from './tape.js';

type Floats = Float32Array | Float64Array;
export interface Fed {
  data: Floats | Int32Array;
  shape: number[];
}

/** Fixed pseudo-random multiples of 1/64 from -1 to 1 (a linear congruential generator). Float32 holds them exactly. */
export function numbers(shape: number[], seed = 1): Fed {
  let state = seed * 2654435761;
  const size = shape.reduce((product, n) => product * n, 1);
  const data = Float64Array.from({ length: size }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return ((state >>> 8) % 129) / 64 - 1;
  });
  return { data, shape };
}

/**
 * For specs: compares the tape's gradients with fourth-order central differences of the loss. Returns the largest difference over
 * all elements of all parameters, relative to the largest gradient of the same parameter. `build` returns a loss of shape [], or
 * any tensor y; the loss is then Σ w ∘ y with fixed numbers w.
 */
export async function gradientError(
  { precision, step }: { precision: 'float32' | 'float64'; step: number },
  parameters: Record<string, Fed>,
  inputs: Record<string, Fed>,
  build: (tape: Tape, vars: Record<string, Var>) => Var,
): Promise<number> {
  const tape = new Tape(precision);
  const vars: Record<string, Var> = {};
  for (const [name, { shape }] of Object.entries(parameters)) vars[name] = tape.parameter(name, shape);
  for (const [name, { shape, data }] of Object.entries(inputs))
    vars[name] = tape.input(name, shape, data instanceof Int32Array ? 'int32' : precision);
  const loss = weightedSum(tape, build(tape, vars));
  tape.output('loss', loss);
  for (const [name, gradient] of tape.gradients(loss)) tape.output(`d ${name}`, { ...vars[name]!, name: gradient });

  const session = await InferenceSession.create(tape.graph.finish(), { intraOpNumThreads: 1 });
  const feeds: Record<string, Tensor> = {};
  const feed = (name: string, { data, shape }: Fed) => {
    const floats = precision === 'float32' ? Float32Array : Float64Array;
    const own = data instanceof Int32Array ? data : floats.from(data);
    feeds[name] = new Tensor(own as Float32Array, shape);
    return own;
  };
  for (const [name, fed] of Object.entries(inputs)) feed(name, fed);
  const values = Object.entries(parameters).map(([name, fed]) => [name, feed(name, fed)] as const);
  for (const { name, shape, dropProbability: p } of tape.masks) {
    const { data } = numbers([...shape], 7);
    feed(name, { shape: [...shape], data: Float64Array.from(data, (x) => (x < 2 * p - 1 ? 0 : 1 / (1 - p))) });
  }
  const lossNow = async () => Number((await session.run(feeds, ['loss'])).loss!.data[0]);

  const exact = await session.run(feeds);
  const gradients = values.map(([name]) => Array.from(exact[`d ${name}`]!.data as Float64Array));
  const largest = gradients.map((gradient) => Math.max(...gradient.map(Math.abs)));
  // Some gradients are 0 but for rounding, as those of key biases. They are compared with the size of the others.
  const floor = 0.02 * Math.max(...largest);
  let worst = 0;
  for (const [p, [, value]] of values.entries()) {
    for (let i = 0; i < value.length; i++) {
      const at = value[i]!;
      const lossAt = async (offset: number) => {
        value[i] = at + offset;
        return lossNow();
      };
      const [near, far] = [
        (await lossAt(step)) - (await lossAt(-step)),
        (await lossAt(2 * step)) - (await lossAt(-2 * step)),
      ];
      value[i] = at;
      const difference = (8 * near - far) / (12 * step) - gradients[p]![i]!;
      worst = Math.max(worst, Math.abs(difference) / Math.max(largest[p]!, floor));
    }
  }
  await session.release();
  return worst;
}

function weightedSum(tape: Tape, y: Var): Var {
  if (y.shape.length === 0) return y;
  const { data } = numbers([...y.shape], 3);
  const weights = tape.graph.constant(
    'loss.weights',
    tape.precision === 'float32' ? Float32Array.from(data) : data,
    y.shape,
  );
  const sum = tape.op('ReduceSum', [tape.op('Mul', [y.name, weights])], { keepdims: { int: 0 } });
  return tape.record(sum, [], [y], (dy) => [tape.plus(() => tape.op('Mul', [weights, dy]))]);
}
