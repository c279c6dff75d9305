import protobuf from 'protobufjs';

/**
 * Writes ONNX models. Values are named by strings; attributes say their type because the format does:
 *
 *     const graph = new OnnxWriter();
 *     const ids = graph.input('ids', 'int32', ['batch', 'pieces']);
 *     const rows = graph.node('Gather', [graph.constant('words', int8Data, [30522, 384]), ids]);
 *     const x = graph.node('Cast', [rows], { to: { int: elementTypes.float32 } });
 *     graph.node('com.microsoft:Gelu', [x], {}, ['y']);
 *     graph.output('y', 'float32', ['batch', 'pieces', 384]);
 *     const session = await InferenceSession.create(graph.finish());
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
  /** Names that outputs of the graph have by what their nodes call them. */
  private readonly outputNames = new Map<string, string>();

  /** Adds an operator and returns the name of its first output. `op` is a name of ai.onnx, or "com.microsoft:Name". An empty input name leaves an optional input out. */
  node(
    op: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
    outputs: readonly string[] = [this.fresh()],
  ): string {
    const [domain, opType] = op.includes(':') ? (op.split(':') as [string, string]) : ['', op];
    const attribute = Object.entries(attributes).map(([name, value]) => encodeAttribute(name, value));
    this.graph.node.push({ input: inputs, output: outputs, opType, domain, attribute });
    return outputs[0]!;
  }

  /** Adds an initializer; its element type follows the array (Uint16Array holds float16 bits). The data is read in `finish`. */
  constant(name: string, data: TensorData, shape: readonly number[]): string {
    this.graph.initializer.push({
      name,
      dims: shape,
      dataType: elementTypes[elementTypeOf(data)],
      rawData: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
    });
    return name;
  }

  /** Adds an input of the graph; a dimension given as a word is free, and equal words are equal sizes. */
  input(name: string, type: ElementType, shape: readonly (number | string)[]): string {
    this.graph.input.push(valueInfo(name, type, shape));
    return name;
  }

  /** Makes a value an output of the graph. By another name it costs a copy only where the value is an output already, or no node's. */
  output(name: string, type: ElementType, shape: readonly (number | string)[], value = name): void {
    this.graph.output.push(valueInfo(name, type, shape));
    if (value === name) return;
    const isOfNode = this.graph.node.some(({ output }) => output.includes(value));
    if (isOfNode && !this.outputNames.has(value)) this.outputNames.set(value, name);
    else this.node('Identity', [value], {}, [name]);
  }

  /** A value name that is used nowhere else, for nodes with more than one output. */
  fresh(): string {
    return `v${this.count++}`;
  }

  /** The model in its protobuf form. */
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

/** Element types by their numbers in onnx.proto (TensorProto.DataType). */
export const elementTypes = {
  float32: 1,
  uint8: 2,
  int8: 3,
  int32: 6,
  int64: 7,
  bool: 9,
  float16: 10,
  float64: 11,
} as const;
export type ElementType = keyof typeof elementTypes;
export type TensorData =
  Float32Array | Float64Array | Int8Array | Uint8Array | Int32Array | BigInt64Array | Uint16Array;
export type Attribute = { int: number } | { float: number } | { ints: readonly number[] } | { string: string };

function elementTypeOf(data: TensorData): ElementType {
  if (data instanceof Float32Array) return 'float32';
  if (data instanceof Float64Array) return 'float64';
  if (data instanceof Int8Array) return 'int8';
  if (data instanceof Uint8Array) return 'uint8';
  if (data instanceof Int32Array) return 'int32';
  return data instanceof Uint16Array ? 'float16' : 'int64';
}

function encodeAttribute(name: string, value: Attribute): object {
  if ('int' in value) return { name, type: 2, i: value.int };
  if ('float' in value) return { name, type: 1, f: value.float };
  if ('string' in value) return { name, type: 3, s: new TextEncoder().encode(value.string) };
  return { name, type: 7, ints: value.ints };
}

function valueInfo(name: string, type: ElementType, shape: readonly (number | string)[]): object {
  const dim = shape.map((size) => (typeof size === 'number' ? { dimValue: size } : { dimParam: size }));
  return { name, type: { tensorType: { elemType: elementTypes[type], shape: { dim } } } };
}

/** The part of onnx.proto that is written here; names and field numbers are the format's. */
const modelProto = protobuf
  .parse(
    `syntax = "proto3";
     message AttributeProto { string name = 1; float f = 2; int64 i = 3; bytes s = 4; repeated int64 ints = 8; int32 type = 20; }
     message NodeProto { repeated string input = 1; repeated string output = 2; string op_type = 4; repeated AttributeProto attribute = 5; string domain = 7; }
     message TensorProto { repeated int64 dims = 1; int32 data_type = 2; string name = 8; bytes raw_data = 9; }
     message Dimension { oneof value { int64 dim_value = 1; string dim_param = 2; } }
     message TensorShapeProto { repeated Dimension dim = 1; }
     message TensorType { int32 elem_type = 1; TensorShapeProto shape = 2; }
     message TypeProto { TensorType tensor_type = 1; }
     message ValueInfoProto { string name = 1; TypeProto type = 2; }
     message GraphProto { repeated NodeProto node = 1; string name = 2; repeated TensorProto initializer = 5; repeated ValueInfoProto input = 11; repeated ValueInfoProto output = 12; }
     message OperatorSetIdProto { string domain = 1; int64 version = 2; }
     message ModelProto { int64 ir_version = 1; GraphProto graph = 7; repeated OperatorSetIdProto opset_import = 8; }`,
  )
  .root.lookupType('ModelProto');
