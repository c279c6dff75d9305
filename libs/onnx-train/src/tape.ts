import { OnnxWriter, type Attribute, type ElementType } from './onnx.js';

/** A tensor in the graph under construction. Shapes are fixed: there is one graph for each batch shape. */
export interface Var {
  readonly name: string;
  readonly shape: readonly number[];
  /** Whether a parameter is behind it, so that a gradient has to flow through it. */
  readonly trainable: boolean;
}

/** Emits the gradient of one input, added to the `sum` of what came before; operators that can add for free do (Gemm's C). */
export type Gradient = (sum: string | undefined) => string;

/** Given the name of dL/d(output), one gradient for each input of the operator, in order. */
export type Backward = (dy: string) => Gradient[];

export interface DropoutMask {
  name: string;
  shape: readonly number[];
  /** Share of the elements that is zeroed. */
  rate: number;
}

/**
 * Writes the forward pass operator by operator, remembers for each how gradients flow back through it, and then writes the
 * backward pass in reverse (reverse-mode differentiation). Operators live in files of their own and use `op` and `record`.
 */
export class Tape {
  readonly graph = new OnnxWriter();
  readonly inputs = new Map<string, { shape: readonly number[]; type: ElementType }>();
  readonly parameters = new Map<string, Var>();
  readonly masks: DropoutMask[] = [];
  private readonly records: { inputs: Var[]; output: Var; backward: Backward }[] = [];
  private readonly constants = new Map<string, string>();

  /** `training` off: dropout does nothing. */
  constructor(
    readonly precision: 'float32' | 'float64' = 'float32',
    readonly training = true,
  ) {}

  /** Something fed at each step that nothing is learned about: a batch's data, or weights that stay as they are. Asking twice for a name gives the same tensor. */
  input(name: string, shape: readonly number[], type: ElementType = this.precision): Var {
    if (!this.inputs.has(name)) {
      this.inputs.set(name, { shape, type });
      this.graph.input(name, type, shape);
    }
    return { name, shape, trainable: false };
  }

  /** A tensor to learn. Its gradient is the sum over its uses. */
  parameter(name: string, shape: readonly number[]): Var {
    const made = { ...this.input(name, shape), trainable: true };
    this.parameters.set(name, made);
    return made;
  }

  /** An input that whoever runs the graph fills with 0 and 1 / (1 - rate). */
  mask(shape: readonly number[], rate: number): Var {
    const mask = { name: `dropout.${this.masks.length}`, shape, rate };
    this.masks.push(mask);
    return this.input(mask.name, shape);
  }

  output(name: string, value: Var): void {
    this.graph.output(name, this.precision, value.shape, value.name);
  }

  /** Adds an ONNX operator without a gradient and returns the name of its output. */
  op(type: string, inputs: readonly string[], attributes: Readonly<Record<string, Attribute>> = {}): string {
    return this.graph.node(type, inputs, attributes);
  }

  /** Says that `name` was computed from `inputs`, and how gradients flow back. */
  record(name: string, shape: readonly number[], inputs: Var[], backward: Backward): Var {
    const output = { name, shape, trainable: inputs.some((input) => input.trainable) };
    if (output.trainable) this.records.push({ inputs, output, backward });
    return output;
  }

  /** A gradient that is written by `make` and added to what came before with an Add. */
  plus(make: () => string): Gradient {
    return (sum) => (sum === undefined ? make() : this.op('Add', [sum, make()]));
  }

  scalar(value: number): string {
    return this.constant(`scalar ${value}`, (name) => this.graph.constant(name, this.floats([value]), []));
  }

  /** A constant of one value. */
  filled(value: number, ...shape: number[]): string {
    const size = shape.reduce((product, n) => product * n, 1);
    return this.constant(`filled ${value} ${shape.join('x')}`, (name) =>
      this.graph.constant(name, this.floats(new Array<number>(size).fill(value)), shape),
    );
  }

  /** A list of whole numbers: axes, or a shape to reshape to. */
  ints(...values: number[]): string {
    return this.constant(`ints ${values.join(' ')}`, (name) =>
      this.graph.constant(name, BigInt64Array.from(values, BigInt), [values.length]),
    );
  }

  reshape(name: string, ...shape: number[]): string {
    return this.op('Reshape', [name, this.ints(...shape)]);
  }

  /**
   * Sum over the rows of a matrix, as a row: a product, several times faster than ReduceSum over the first axis. The scale is in the other
   * factor because the runtime has a fast way for a single row only where its own scale is 1.
   */
  columnSums(name: string, rows: number, scale = 1): string {
    const product = this.op('Gemm', [this.filled(scale, 1, rows), name]);
    return this.op('Squeeze', [product, this.ints(0)]);
  }

  /** Writes the backward pass; returns the names of dL/dp for every parameter that the loss depends on. */
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
