import type { Attribute, ElementType } from './onnx-format.js';
import { OnnxWriter } from './onnx-writer.js';

/** A tensor in the graph under construction. Its shape is fixed: each batch shape has a graph of its own. */
export interface Var {
  readonly name: string;
  readonly shape: readonly number[];
  /** Whether the tensor depends on a parameter. Gradients flow only through such tensors. */
  readonly trainable: boolean;
}

/**
 * Writes the gradient of the loss by one input of an operator and returns its name. `sum` names the gradient from later uses of
 * that input; the result includes it. An operator may add it at no cost, as Gemm does with its third operand.
 */
export type Gradient = (sum: string | undefined) => string;

/** Takes the name of dL/d(output). Returns one gradient for each input of the operator, in order. */
export type Backward = (dy: string) => Gradient[];

export interface DropoutMask {
  /** Name of the graph's input. */
  name: string;
  shape: readonly number[];
  /** Probability that an element is 0. The others are 1 / (1 - dropProbability). */
  dropProbability: number;
}

/**
 * Reverse-mode differentiation on an ONNX graph (Baydin and others, arXiv 1502.05767, section 3.2). Operators write the forward
 * pass with `op` and `record` how gradients flow back. `gradients` then writes the backward pass, from the last record to the first.
 */
export class Tape {
  readonly graph = new OnnxWriter();
  readonly inputs = new Map<string, { shape: readonly number[]; type: ElementType }>();
  readonly parameters = new Map<string, Var>();
  readonly masks: DropoutMask[] = [];
  private readonly records: { inputs: Var[]; output: Var; backward: Backward }[] = [];
  private readonly constants = new Map<string, string>();

  /** Dropout does nothing where `training` is false. */
  constructor(
    readonly precision: 'float32' | 'float64' = 'float32',
    readonly training = true,
  ) {}

  /** An input without a gradient: a batch's data, or frozen weights. The same name gives the same tensor. */
  input(name: string, shape: readonly number[], type: ElementType = this.precision): Var {
    if (!this.inputs.has(name)) {
      this.inputs.set(name, { shape, type });
      this.graph.input(name, type, shape);
    }
    return { name, shape, trainable: false };
  }

  /** An input that is learned. Its gradient is the sum over its uses. The same name gives the same tensor. */
  parameter(name: string, shape: readonly number[]): Var {
    const made = { ...this.input(name, shape), trainable: true };
    this.parameters.set(name, made);
    return made;
  }

  /** A dropout mask, as an input that the caller of the graph fills at each step; see `DropoutMask`. */
  mask(shape: readonly number[], dropProbability: number): Var {
    const mask = { name: `dropout.${this.masks.length}`, shape, dropProbability };
    this.masks.push(mask);
    return this.input(mask.name, shape);
  }

  /** Makes a tensor an output of the graph. */
  output(name: string, value: Var): void {
    this.graph.output(name, this.precision, value.shape, value.name);
  }

  /** Adds an ONNX operator and returns the name of its output. It has no gradient until `record` gives it one. */
  op(type: string, inputs: readonly string[], attributes: Readonly<Record<string, Attribute>> = {}): string {
    return this.graph.node(type, inputs, attributes);
  }

  /** Returns the tensor `name` of this shape, which was computed from `inputs`; `backward` gives their gradients. */
  record(name: string, shape: readonly number[], inputs: Var[], backward: Backward): Var {
    const output = { name, shape, trainable: inputs.some((input) => input.trainable) };
    if (output.trainable) this.records.push({ inputs, output, backward });
    return output;
  }

  /** A gradient that `make` writes. An Add node adds it to the sum. */
  plus(make: () => string): Gradient {
    return (sum) => (sum === undefined ? make() : this.op('Add', [sum, make()]));
  }

  /** A constant of shape []. */
  scalar(value: number): string {
    return this.constant(`scalar ${value}`, (name) => this.graph.constant(name, this.floats([value]), []));
  }

  /** A constant of this shape with one value in every place. */
  filled(value: number, ...shape: number[]): string {
    const size = shape.reduce((product, n) => product * n, 1);
    return this.constant(`filled ${value} ${shape.join('x')}`, (name) =>
      this.graph.constant(name, this.floats(new Array<number>(size).fill(value)), shape),
    );
  }

  /** A constant list of int64 numbers: axes, or the new shape of a Reshape. */
  ints(...values: number[]): string {
    return this.constant(`ints ${values.join(' ')}`, (name) =>
      this.graph.constant(name, BigInt64Array.from(values, BigInt), [values.length]),
    );
  }

  reshape(name: string, ...shape: number[]): string {
    return this.op('Reshape', [name, this.ints(...shape)]);
  }

  /**
   * scale · Σ_rows of a matrix [rows, columns], as [columns]. A product with a row of `scale` is several times faster than ReduceSum
   * over the first axis. Gemm's own alpha stays 1, because the runtime's fast path for a single row needs that.
   */
  columnSums(name: string, rows: number, scale = 1): string {
    const product = this.op('Gemm', [this.filled(scale, 1, rows), name]);
    return this.op('Squeeze', [product, this.ints(0)]);
  }

  /** Writes the backward pass of a loss of shape []. Returns the name of dL/dp for each parameter p that the loss depends on. */
  gradients(loss: Var): Map<string, string> {
    const sums = new Map<string, string>([[loss.name, this.scalar(1)]]);
    for (const { inputs, output, backward } of this.records.reverse()) {
      const dy = sums.get(output.name);
      if (dy === undefined) continue;
      backward(dy).forEach((gradient, i) => {
        const input = inputs[i]!;
        if (input.trainable) sums.set(input.name, gradient(sums.get(input.name)));
      });
    }
    return new Map([...this.parameters.keys()].flatMap((name) => (sums.has(name) ? [[name, sums.get(name)!]] : [])));
  }

  private constant(key: string, make: (name: string) => string): string {
    const known = this.constants.get(key);
    if (known !== undefined) return known;
    const name = make(key);
    this.constants.set(key, name);
    return name;
  }

  private floats(values: number[]): Float32Array | Float64Array {
    return this.precision === 'float32' ? Float32Array.from(values) : Float64Array.from(values);
  }
}
