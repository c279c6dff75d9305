import type { State } from './optimiser/state.js';

interface Header {
  /** Steps taken. */
  steps: number;
  /** State of the generator of dropout masks. */
  random: number;
}

/** Writes a line of JSON and then the arrays of the state, as float32 in the machine's order of bytes (little-endian wherever ONNX Runtime runs). */
export function encodeCheckpoint(header: Header, state: State): Buffer {
  const line = Buffer.from(`${JSON.stringify({ ...header, layout: state.layout() })}\n`);
  const arrays = state.saved().map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength));
  return Buffer.concat([line, ...arrays]);
}

/** Fills the state from a checkpoint. Throws, and changes nothing, if the checkpoint is incomplete or of other parameters. */
export function decodeCheckpoint(checkpoint: Buffer, state: State): Header {
  const end = checkpoint.indexOf(10);
  const { layout, ...header } = JSON.parse(checkpoint.toString('utf8', 0, end)) as Header & { layout: unknown };
  const arrays = state.saved();
  const size = arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
  if (JSON.stringify(layout) !== JSON.stringify(state.layout()) || checkpoint.length !== end + 1 + size)
    throw new Error('The checkpoint does not belong to this run, or it is incomplete.');
  let at = end + 1;
  for (const { buffer, byteOffset, byteLength } of arrays) {
    checkpoint.copy(Buffer.from(buffer, byteOffset, byteLength), 0, at, at + byteLength);
    at += byteLength;
  }
  return header;
}
