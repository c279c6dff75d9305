import { Tensor } from 'onnxruntime-node';
import { stepNumbers, type AdamSettings, type ParameterRule } from './optimiser.js';
import { kinds, updateKernel, type Kind, type UpdateKernel } from './update-kernel.js';
import { wasmMemory } from './wasm.js';

/** Parameters start at cache lines. */
const alignment = 64;

interface Place extends ParameterRule {
  /** Bytes from the start of each array. */
  from: number;
  /** Numbers, not counting what fills the last cache line up. */
  size: number;
}

/**
 * Gradients, weights, both moments and the average, each an array with the parameters in order, in a memory where WebAssembly updates them
 * in place. Tensors are views of it, so that nothing is copied: a step of the graph reads weights and writes gradients there.
 */
export class State {
  private readonly places: Place[];
  private readonly arrays: Record<Kind, Float32Array>;
  private readonly kernel: UpdateKernel;

  constructor(
    parameters: readonly (ParameterRule & { data: Float32Array })[],
    private readonly settings: AdamSettings,
  ) {
    let stride = 0;
    this.places = parameters.map(({ name, shape, rate, decay }) => {
      const size = elements(shape);
      const from = stride;
      stride += Math.ceil((4 * size) / alignment) * alignment;
      return { name, shape, rate, decay, from, size };
    });
    const memory = wasmMemory(stride * kinds.length);
    const array = (kind: Kind, i: number) => [kind, new Float32Array(memory.buffer, i * stride, stride / 4)];
    this.arrays = Object.fromEntries(kinds.map(array)) as Record<Kind, Float32Array>;
    this.kernel = updateKernel(memory, stride, settings);
    for (const [i, { data, name }] of parameters.entries()) {
      const { size } = this.places[i]!;
      if (data.length !== size) throw new RangeError(`The parameter ${name} has ${data.length} values, not ${size}.`);
      for (const kind of ['weights', 'average'] as const) this.view(kind, this.places[i]!).set(data);
    }
  }

  get names(): string[] {
    return this.places.map(({ name }) => name);
  }

  /** One for each parameter, by its name or what is made of it. */
  tensors(kind: Kind, key = (name: string) => name): Record<string, Tensor> {
    const entry = (place: Place) => [key(place.name), new Tensor(this.view(kind, place), place.shape)] as const;
    return Object.fromEntries(this.places.map(entry));
  }

  /** Takes step t, from 1, along the gradients; returns their norm. */
  update(t: number, schedule: number): number {
    const ends = this.places.map(({ from, size }) => [from, from + 16 * Math.ceil(size / 4)] as const);
    const norm = Math.sqrt(ends.reduce((sum, [from, to]) => sum + this.kernel.squares(from, to), 0));
    const { size, decay, ...step } = stepNumbers({ t, schedule, norm }, this.settings);
    for (const [i, { rate, decay: decays }] of this.places.entries()) {
      const keep = decays ? 1 - rate * decay : 1;
      this.kernel.update(...ends[i]!, { ...step, size: rate * size, keep });
    }
    return norm;
  }

  copy(kind: Kind): Map<string, Float32Array> {
    return new Map(this.places.map((place) => [place.name, this.view(kind, place).slice()]));
  }

  /** The arrays that later steps depend on. */
  saved(): Float32Array[] {
    return kinds.filter((kind) => kind !== 'gradient').map((kind) => this.arrays[kind]);
  }

  /** Identifies the layout of the arrays. */
  layout(): [name: string, from: number, size: number][] {
    return this.places.map(({ name, from, size }) => [name, from, size]);
  }

  private view(kind: Kind, { from, size }: Place): Float32Array {
    return this.arrays[kind].subarray(from / 4, from / 4 + size);
  }
}

export function elements(shape: readonly number[]): number {
  return shape.reduce((product, n) => product * n, 1);
}
