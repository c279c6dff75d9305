import {
  attributeProto,
  elementTypeOf,
  elementTypes,
  modelProto,
  valueInfoProto,
  type Attribute,
  type ElementType,
  type TensorData,
} from './onnx-format.js';

/**
 * Writes an ONNX model (IR version 10, opset 21) node by node. Values are named by strings:
 *
 *     const graph = new OnnxWriter();
 *     const ids = graph.input('ids', 'int32', ['batch', 'tokens']);
 *     const rows = graph.node('Gather', [graph.constant('words', int8Data, [30522, 384]), ids]);
 *     const x = graph.node('Cast', [rows], { to: { int: elementTypes.float32 } });
 *     graph.node('com.microsoft:Gelu', [x], {}, ['y']);
 *     graph.output('y', 'float32', ['batch', 'tokens', 384]);
 *     const session = await InferenceSession.create(graph.finish());
 *
 * The writer checks nothing: ONNX Runtime refuses a wrong model when it opens it.
 */
export class OnnxWriter {
  private readonly graph = {
    name: 'baton',
    node: [] as Node[],
    initializer: [] as object[],
    input: [] as object[],
    output: [] as object[],
  };
  private count = 0;
  /** Values that are written under the name of an output: the node's own name to the output's. */
  private readonly outputNames = new Map<string, string>();

  /**
   * Adds an operator and returns the name of its first output. `op` is a name of the domain ai.onnx, or "com.microsoft:Name".
   * An empty input name leaves an optional input out.
   */
  node(
    op: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
    outputs: readonly string[] = [this.fresh()],
  ): string {
    const [domain, opType] = op.includes(':') ? (op.split(':') as [string, string]) : ['', op];
    const attribute = Object.entries(attributes).map(([name, value]) => attributeProto(name, value));
    this.graph.node.push({ input: inputs, output: outputs, opType, domain, attribute });
    return outputs[0]!;
  }

  /** Adds an initializer. Its element type follows the array. `finish` reads the data, so changes until then count. */
  constant(name: string, data: TensorData, shape: readonly number[]): string {
    this.graph.initializer.push({
      name,
      dims: shape,
      dataType: elementTypes[elementTypeOf(data)],
      rawData: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
    });
    return name;
  }

  /** Adds an input of the graph. A dimension given as a word is free; equal words are equal sizes. */
  input(name: string, type: ElementType, shape: readonly (number | string)[]): string {
    this.graph.input.push(valueInfoProto(name, type, shape));
    return name;
  }

  /**
   * Makes `value` an output of the graph under `name`. The first output of a node's value renames the value. A value that is an
   * output already, and an input or constant of the graph, is copied by an Identity node.
   */
  output(name: string, type: ElementType, shape: readonly (number | string)[], value = name): void {
    this.graph.output.push(valueInfoProto(name, type, shape));
    if (value === name) return;
    const isOfNode = this.graph.node.some(({ output }) => output.includes(value));
    if (isOfNode && !this.outputNames.has(value)) this.outputNames.set(value, name);
    else this.node('Identity', [value], {}, [name]);
  }

  /** Returns a value name that no other value has. Nodes with several outputs need it. */
  fresh(): string {
    return `v${this.count++}`;
  }

  /** A writer that goes on from here, while this one stays as it is. They share the data of the constants. */
  copy(): OnnxWriter {
    const copy = new OnnxWriter();
    copy.graph.node.push(...this.graph.node);
    copy.graph.initializer.push(...this.graph.initializer);
    copy.graph.input.push(...this.graph.input);
    copy.graph.output.push(...this.graph.output);
    copy.count = this.count;
    for (const [value, name] of this.outputNames) copy.outputNames.set(value, name);
    return copy;
  }

  /** The model as a serialised ModelProto. */
  finish(): Uint8Array {
    const named = (values: readonly string[]) => values.map((value) => this.outputNames.get(value) ?? value);
    const node = this.graph.node.map((each) => ({ ...each, input: named(each.input), output: named(each.output) }));
    return modelProto
      .encode({
        irVersion: 10,
        graph: { ...this.graph, node },
        opsetImport: [
          { domain: '', version: 21 },
          { domain: 'com.microsoft', version: 1 },
        ],
      })
      .finish();
  }
}

interface Node {
  input: readonly string[];
  output: readonly string[];
  opType: string;
  domain: string;
  attribute: object[];
}
