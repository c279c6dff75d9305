import protobuf from 'protobufjs';

/** Element types with their numbers in onnx.proto (TensorProto.DataType). */
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

/** Values of a constant. A Uint16Array holds the bits of float16 numbers. */
export type TensorData =
  Float32Array | Float64Array | Int8Array | Uint8Array | Int32Array | BigInt64Array | Uint16Array;

/** An operator's attribute. It names its type because the format stores the type. */
export type Attribute = { int: number } | { float: number } | { ints: readonly number[] } | { string: string };

export function elementTypeOf(data: TensorData): ElementType {
  if (data instanceof Float32Array) return 'float32';
  if (data instanceof Float64Array) return 'float64';
  if (data instanceof Int8Array) return 'int8';
  if (data instanceof Uint8Array) return 'uint8';
  if (data instanceof Int32Array) return 'int32';
  return data instanceof Uint16Array ? 'float16' : 'int64';
}

/** An AttributeProto. The numbers are those of AttributeProto.AttributeType. */
export function attributeProto(name: string, value: Attribute): object {
  if ('int' in value) return { name, type: 2, i: value.int };
  if ('float' in value) return { name, type: 1, f: value.float };
  if ('string' in value) return { name, type: 3, s: new TextEncoder().encode(value.string) };
  return { name, type: 7, ints: value.ints };
}

/** A ValueInfoProto. A dimension is a size or the name of a free size. */
export function valueInfoProto(name: string, type: ElementType, shape: readonly (number | string)[]): object {
  const dim = shape.map((size) => (typeof size === 'number' ? { dimValue: size } : { dimParam: size }));
  return { name, type: { tensorType: { elemType: elementTypes[type], shape: { dim } } } };
}

/** The messages of onnx.proto that `OnnxWriter` needs. Names and field numbers are the format's. */
export const modelProto = protobuf
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
