import { Tensor } from 'onnxruntime-node';
import { elements, groupParameters, stateKinds, type Group, type ParameterRule } from './optimiser.js';

type Kind = (typeof stateKinds)[number];
type Side = Record<Kind, Float32Array>;

/**
 * Weights, both moments and the average, each one array with the parameters end to end in the order of their groups, and all of it twice:
 * a step reads one set and writes the other, then they swap. Tensors are views of these arrays, so nothing is copied.
 * One set for both would be wrong: the runtime lets operators write intermediate results into the memory of an output.
 */
export class State {
  readonly groups: Group[];
  private readonly size: number;
  private sides: [Side, Side];
  private feeds: [Record<string, Tensor>, Record<string, Tensor>];
  private fetches: [Record<string, Tensor>, Record<string, Tensor>];

  constructor(parameters: readonly (ParameterRule & { data: Float32Array })[]) {
    this.groups = groupParameters(parameters);
    this.size = this.groups.reduce((sum, group) => sum + elements(group.shape), 0);
    const side = () => Object.fromEntries(stateKinds.map((kind) => [kind, new Float32Array(this.size)])) as Side;
    this.sides = [side(), side()];
    const data = new Map(parameters.map((parameter) => [parameter.name, parameter.data]));
    for (const [name, start, size] of this.places()) {
      const values = data.get(name)!;
      if (values.length !== size)
        throw new RangeError(`The parameter ${name} has ${values.length} values, not ${size}.`);
      this.sides[0].weights.set(values, start);
      this.sides[0].average.set(values, start);
    }
    this.feeds = [this.inputs(this.sides[0]), this.inputs(this.sides[1])];
    this.fetches = [this.outputs(this.sides[0]), this.outputs(this.sides[1])];
  }

  /** What a step reads. */
  get current(): Record<string, Tensor> {
    return this.feeds[0];
  }

  /** Where a step writes. */
  get next(): Record<string, Tensor> {
    return this.fetches[1];
  }

  swap(): void {
    this.sides.reverse();
    this.feeds.reverse();
    this.fetches.reverse();
  }

  /** The averaged weights as tensors by the names of the parameters. */
  averages(parameters: readonly { name: string; shape: readonly number[] }[]): Record<string, Tensor> {
    const shapes = new Map(parameters.map(({ name, shape }) => [name, shape]));
    const used = this.places().filter(([name]) => shapes.has(name));
    return Object.fromEntries(
      used.map(([name, start, size]) => [
        name,
        new Tensor(this.sides[0].average.subarray(start, start + size), shapes.get(name)),
      ]),
    );
  }

  copy(kind: Kind): Map<string, Float32Array> {
    return new Map(this.places().map(([name, start, size]) => [name, this.sides[0][kind].slice(start, start + size)]));
  }

  /** The arrays that the next step reads, in the order of `stateKinds`. */
  arrays(): Float32Array[] {
    return stateKinds.map((kind) => this.sides[0][kind]);
  }

  /** Names, starts and sizes, which identify the layout of the arrays. */
  places(): [name: string, start: number, size: number][] {
    let start = 0;
    return this.groups
      .flatMap((group) => group.members)
      .map(({ name, shape }) => {
        const size = elements(shape);
        start += size;
        return [name, start - size, size];
      });
  }

  private inputs(side: Side): Record<string, Tensor> {
    const tensors: Record<string, Tensor> = {};
    let start = 0;
    for (const group of this.groups) {
      const from = start;
      for (const { name, shape } of group.members) {
        const size = elements(shape);
        tensors[name] = new Tensor(side.weights.subarray(start, start + size), shape);
        start += size;
      }
      for (const kind of stateKinds) {
        // A single member's weights are fed under its own name.
        if (kind === 'weights' && group.members.length === 1) continue;
        tensors[`${group.name}.${kind}`] = new Tensor(side[kind].subarray(from, start), group.shape);
      }
    }
    return tensors;
  }

  private outputs(side: Side): Record<string, Tensor> {
    const tensors: Record<string, Tensor> = {};
    let start = 0;
    for (const group of this.groups) {
      const size = elements(group.shape);
      for (const kind of stateKinds)
        tensors[`${group.name}.${kind}.next`] = new Tensor(side[kind].subarray(start, start + size), group.shape);
      start += size;
    }
    return tensors;
  }
}
