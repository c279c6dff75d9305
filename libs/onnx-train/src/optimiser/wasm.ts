/**
 * Writes WebAssembly functions (WebAssembly core specification 2.0, chapter 5, "Binary Format"). It covers what the update of the
 * weights needs. Expressions nest as in the text format: `f32x4.add(f32x4.load(get(0), 0), f32x4.load(get(0), 64))`.
 */
export type Code = readonly number[];

/** TypeScript declares WebAssembly for browsers only. */
declare const WebAssembly: {
  Memory: new (pages: { initial: number; maximum: number }) => WasmMemory;
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: object };
};
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

/** A memory of at least this size, filled with 0. It never grows, so its buffer stays the same. */
export function wasmMemory(bytes: number): WasmMemory {
  const pages = Math.ceil(bytes / 65_536);
  return new WebAssembly.Memory({ initial: pages, maximum: pages });
}

const valueTypes = { i32: 0x7f, f32: 0x7d, v128: 0x7b } as const;
type ValueType = keyof typeof valueTypes;

/**
 * Compiles a function without a result. `body` gets the index of each parameter and local by its name. The caller gives the values in
 * the order of `parameters`. Locals start at 0.
 */
export function wasmFunction<Parameter extends string, Local extends string>(
  memory: WasmMemory,
  parameters: Record<Parameter, ValueType>,
  locals: Record<Local, ValueType>,
  body: (numbers: Record<Parameter | Local, number>) => Code[],
): (...values: number[]) => void {
  const names = [...Object.keys(parameters), ...Object.keys(locals)];
  const numbers = Object.fromEntries(names.map((name, i) => [name, i])) as Record<Parameter | Local, number>;
  const types = (of: Record<string, ValueType>) => Object.values(of).map((type) => valueTypes[type]);
  const localTypes = types(locals).map((type) => [1, type]);
  const section = (id: number, ...items: Code[]) => [id, ...sized(vector(items))];
  const module = [
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [0x60, ...vector(types(parameters).map((type) => [type])), 0]),
    ...section(2, [...text('state'), ...text('memory'), 0x02, 0, 0]),
    ...section(3, [0]),
    ...section(7, [...text('function'), 0x00, 0]),
    ...section(10, sized([...vector(localTypes), ...body(numbers).flat(), 0x0b])),
  ];
  const instance = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(module)), { state: { memory } });
  return (instance.exports as { function: (...values: number[]) => void }).function;
}

/** Reads a parameter or local. */
export const get = (local: number): Code => [0x20, ...unsigned(local)];
/** Writes a parameter or local. */
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];

/** Runs the body while the condition holds. */
export function loopWhile(condition: Code, ...body: Code[]): Code {
  const [block, loop, end, noResult] = [0x02, 0x03, 0x0b, 0x40];
  const [branch, branchIf, not] = [0x0c, 0x0d, 0x45];
  const [outOf, again] = [1, 0];
  const leave = [...condition, not, branchIf, outOf];
  return [block, noResult, loop, noResult, ...leave, ...body.flat(), branch, again, end, end];
}

const operator =
  (...opcode: number[]) =>
  (...operands: Code[]): Code => [...operands.flat(), ...opcode];
const simd = (opcode: number) => operator(0xfd, ...unsigned(opcode));

export const i32 = {
  /** A number from 0 to 63, which the format stores in one byte. */
  constant: (value: number): Code => [0x41, value],
  add: operator(0x6a),
  lessThan: operator(0x49),
};

/** Operators on four floats. Addresses and offsets are in bytes. */
export const f32x4 = {
  load: (address: Code, offset: number): Code => [...address, 0xfd, 0x00, 4, ...unsigned(offset)],
  store: (address: Code, offset: number, value: Code): Code => [
    ...address,
    ...value,
    0xfd,
    0x0b,
    4,
    ...unsigned(offset),
  ],
  constant: (value: number): Code => [0xfd, 0x0c, ...new Uint8Array(new Float32Array(4).fill(value).buffer)],
  splat: simd(0x13),
  /** Sets all bits of a lane where a > b, and none elsewhere: a mask for `and`. */
  greater: simd(0x44),
  and: simd(0x4e),
  abs: simd(0xe0),
  sqrt: simd(0xe3),
  add: simd(0xe4),
  subtract: simd(0xe5),
  multiply: simd(0xe6),
  divide: simd(0xe7),
  /** b where a < b, else a. If a is NaN, the result is NaN. (The instruction is `pmax`.) */
  largerOf: simd(0xeb),
};

/** Unsigned LEB128. */
function unsigned(value: number): Code {
  return value < 128 ? [value] : [(value % 128) + 128, ...unsigned(Math.floor(value / 128))];
}

function vector(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items.flat()];
}

function sized(bytes: Code): Code {
  return [...unsigned(bytes.length), ...bytes];
}

function text(name: string): Code {
  return sized([...new TextEncoder().encode(name)]);
}
