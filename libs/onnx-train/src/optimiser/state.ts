import { Tensor } from 'onnxruntime-node';
import { stepNumbers, type AdamSettings, type ParameterRule } from './adamw.js';
import { kinds, updateKernel, type Kind, type UpdateKernel } from './update-kernel.js';
import { wasmMemory } from './wasm.js';

/** Bytes of a cache line. Each parameter starts at one. */
const alignment = 64;

interface Place extends ParameterRule {
  /** Offset in each array, in bytes. */
  from: number;
  /** Number of elements, without those that fill the last cache line up. */
  size: number;
}

/**
 * Gradients, weights, both moments and the weights' moving average. Each is one array with the parameters in order, in a WebAssembly
 * memory where the kernel updates them. Tensors are views of this memory: a step's graph reads the weights and writes the gradients
 * in place, and nothing is copied.
 */
export class State {
  private readonly places: Place[];
  private readonly arrays: Record<Kind, Float32Array>;
  private readonly updateStretch: UpdateKernel;

  /** Throws a RangeError where the data of a parameter does not fill its shape. */
  constructor(
    parameters: readonly (ParameterRule & { data: Float32Array })[],
    private readonly settings: AdamSettings,
  ) {
    let stride = 0;
    this.places = parameters.map(({ name, shape, transposed, learningRate, decay }) => {
      const size = elements(shape);
      const from = stride;
      stride += Math.ceil((4 * size) / alignment) * alignment;
      return { name, shape, transposed, learningRate, decay, from, size };
    });
    const memory = wasmMemory(stride * kinds.length);
    const array = (kind: Kind, i: number) => [kind, new Float32Array(memory.buffer, i * stride, stride / 4)];
    this.arrays = Object.fromEntries(kinds.map(array)) as Record<Kind, Float32Array>;
    this.updateStretch = updateKernel(memory, stride, settings);
    for (const [i, { data, name }] of parameters.entries()) {
      const { size, shape, transposed } = this.places[i]!;
      if (data.length !== size) throw new RangeError(`The parameter ${name} has ${data.length} values, not ${size}.`);
      const held = transposed ? transpose(data, shape) : data;
      for (const kind of ['weights', 'average'] as const) this.view(kind, this.places[i]!).set(held);
    }
  }

  get names(): string[] {
    return this.places.map(({ name }) => name);
  }

  /** Views of one array, a tensor for each parameter in the form that the graph holds, by `key` of its name. */
  tensors(kind: Kind, key = (name: string) => name): Record<string, Tensor> {
    const dims = ({ shape, transposed }: Place) => (transposed ? [...shape].reverse() : shape);
    const entry = (place: Place) => [key(place.name), new Tensor(this.view(kind, place), dims(place))] as const;
    return Object.fromEntries(this.places.map(entry));
  }

  /** Updates weights, moments and average by the gradients; `at` as in `stepNumbers`. */
  update(at: { t: number; schedule: number; norm: number }): void {
    const { size: step, decay, ...numbers } = stepNumbers(at, this.settings);
    for (const { from, size, learningRate, decay: decays } of this.places) {
      const keep = decays ? 1 - learningRate * decay : 1;
      this.updateStretch(from, from + 16 * Math.ceil(size / 4), { ...numbers, size: learningRate * step, keep });
    }
  }

  /** Copies of one array by parameter name, each in the parameter's `shape`. */
  copy(kind: Kind): Map<string, Float32Array> {
    const copied = (place: Place) => {
      const held = this.view(kind, place);
      return place.transposed ? transpose(held, [...place.shape].reverse()) : held.slice();
    };
    return new Map(this.places.map((place) => [place.name, copied(place)]));
  }

  /** The arrays that later steps depend on: all but the gradients. Writing to them changes the state. */
  saved(): Float32Array[] {
    return kinds.filter((kind) => kind !== 'gradient').map((kind) => this.arrays[kind]);
  }

  /** Where each parameter lies in the arrays. Two states of equal layout can exchange their arrays. */
  layout(): [name: string, from: number, size: number, transposed: boolean][] {
    return this.places.map(({ name, from, size, transposed = false }) => [name, from, size, transposed]);
  }

  private view(kind: Kind, { from, size }: Place): Float32Array {
    return this.arrays[kind].subarray(from / 4, from / 4 + size);
  }
}

function transpose(data: Float32Array, shape: readonly number[]): Float32Array {
  const [rows, columns] = shape as [number, number];
  const turned = new Float32Array(data.length);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) turned[j * rows + i] = data[i * columns + j]!;
  return turned;
}

/** Number of elements of a tensor. */
export function elements(shape: readonly number[]): number {
  return shape.reduce((product, n) => product * n, 1);
}
