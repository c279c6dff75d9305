import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { float16ToFloat32 } from './float16.js';

/**
 * The safetensors container: 8 bytes little-endian header length, a JSON header, then the tensors' bytes.
 * https://huggingface.co/docs/safetensors
 */
const entry = z.object({
  dtype: z.enum(['F32', 'F16', 'I8', 'U8']),
  shape: z.array(z.number().int().nonnegative()),
  data_offsets: z.tuple([z.number().int(), z.number().int()]),
});

export type RawTensor = { shape: number[] } & (
  | { dtype: 'F32'; data: Float32Array }
  /** The bits of binary16 numbers. */
  | { dtype: 'F16'; data: Uint16Array }
  | { dtype: 'I8'; data: Int8Array }
  | { dtype: 'U8'; data: Uint8Array }
);

export interface Safetensors {
  metadata: Record<string, string>;
  tensors: Map<string, RawTensor>;
}

export function float32Tensor(data: Float32Array, ...shape: number[]): RawTensor {
  return { dtype: 'F32', shape, data };
}

/** Throws if the file ends early or its header is not of this format. */
export function readSafetensors(file: string): Safetensors {
  const bytes = readFileSync(file);
  const headerLength = bytes.length >= 8 ? Number(bytes.readBigUInt64LE(0)) : Infinity;
  if (8 + headerLength > bytes.length) throw new Error(`${file} is not a complete safetensors file`);
  const header = JSON.parse(bytes.toString('utf8', 8, 8 + headerLength)) as Record<string, unknown>;
  const metadata = z.record(z.string(), z.string()).parse(header['__metadata__'] ?? {});
  delete header['__metadata__'];
  const tensors = new Map<string, RawTensor>();
  for (const [name, value] of Object.entries(header)) {
    const { dtype, shape, data_offsets } = entry.parse(value);
    // Offsets in the file need not be multiples of the element size, so the bytes are copied.
    const buffer = Uint8Array.from(
      bytes.subarray(8 + headerLength + data_offsets[0], 8 + headerLength + data_offsets[1]),
    ).buffer;
    const data = { F32: Float32Array, F16: Uint16Array, I8: Int8Array, U8: Uint8Array }[dtype];
    tensors.set(name, { dtype, shape, data: new data(buffer) } as RawTensor);
  }
  return { metadata, tensors };
}

export function writeSafetensors(file: string, { metadata, tensors }: Safetensors): void {
  const header: Record<string, unknown> = { __metadata__: metadata };
  let offset = 0;
  for (const [name, { dtype, shape, data }] of tensors) {
    header[name] = { dtype, shape, data_offsets: [offset, offset + data.byteLength] };
    offset += data.byteLength;
  }
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  const parts = [...tensors.values()].map(({ data }) => Buffer.from(data.buffer, data.byteOffset, data.byteLength));
  writeFileSync(file, Buffer.concat([length, json, ...parts]));
}

/**
 * All weights as float32 under the checkpoint's own names. Throws if scales are missing. Two compressed forms are expanded:
 * - `X.int8` [rows, columns] with `X.scales` [rows], the form of this project's base file;
 * - `X.q4` [rows, columns / 2] with `X.scales` [rows, columns / 32]. Each row consists of blocks of 32 weights, weight = (code - 8) * scale.
 *   Byte j of a block holds the code of weight j in its low and of weight j + 16 in its high four bits.
 */
export function floatWeights({ tensors }: Safetensors): Map<string, FloatTensor> {
  const out = new Map<string, FloatTensor>();
  for (const [name, tensor] of tensors) {
    const stem = name.replace(/\.(int8|q4)$/, '');
    if (name.endsWith('.scales')) continue;
    if (tensor.dtype === 'F32') out.set(name, { shape: tensor.shape, data: tensor.data });
    else if (tensor.dtype === 'F16') out.set(name, { shape: tensor.shape, data: float16ToFloat32(tensor.data) });
    else out.set(stem, dequantise(tensor, scalesOf(tensors, stem)));
  }
  return out;
}

export interface FloatTensor {
  shape: number[];
  data: Float32Array;
}

function scalesOf(tensors: Map<string, RawTensor>, stem: string): Float32Array {
  const scales = tensors.get(`${stem}.scales`);
  if (scales?.dtype === 'F32') return scales.data;
  if (scales?.dtype === 'F16') return float16ToFloat32(scales.data);
  throw new Error(`The weights have no scales for ${stem}`);
}

function dequantise(tensor: RawTensor, scales: Float32Array): FloatTensor {
  const [rows, stored] = tensor.shape as [number, number];
  if (tensor.dtype === 'I8') {
    const data = new Float32Array(rows * stored);
    for (let i = 0; i < data.length; i++) data[i] = tensor.data[i]! * scales[Math.floor(i / stored)]!;
    return { shape: tensor.shape, data };
  }
  const data = new Float32Array(rows * stored * 2);
  for (let i = 0; i < tensor.data.length; i++) {
    const block = i >> 4;
    const at = block * 32 + (i & 15);
    data[at] = ((tensor.data[i]! & 15) - 8) * scales[block]!;
    data[at + 16] = ((tensor.data[i]! >> 4) - 8) * scales[block]!;
  }
  return { shape: [rows, stored * 2], data };
}
