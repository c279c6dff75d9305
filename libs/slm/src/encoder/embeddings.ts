import { groupBy } from '#statistics';
import { floats, openSession, runBatch, runIds, type Outputs } from './onnx-session.js';

/** Pooled vectors of messages, [rows, width], as directions of length 1 (`unit`) and their lengths before that (`length`, [rows]). */
export interface Vectors {
  width: number;
  unit: Float32Array;
  length: Float32Array;
}

/** A message takes half the time in a batch. */
const batchSize = 32;

/**
 * The vectors of `messages` (token ids, at most 64 each) by `encoder`, the bytes of an ONNX model with the output `pooled` of `width`.
 * Messages run one at a time, as they are served, because the scale of int8 activations depends on all of a batch. Other work of the
 * process gets its turn every 32 messages. Two threads give the same numbers as one, since each computes columns of its own.
 */
export async function embedAll(
  encoder: Uint8Array,
  messages: number[][],
  width: number,
  onDone: (done: number) => void,
): Promise<Vectors> {
  const session = await openSession(encoder, 2);
  const vectors = emptyVectors(messages.length, width);
  for (const [m, ids] of messages.entries()) {
    setVectors(vectors, [m], floats((await runIds(session, ids))['pooled']));
    onDone(m + 1);
    if (m % 32 === 0) await new Promise(setImmediate);
  }
  await session.release();
  return vectors;
}

/**
 * As `embedAll`, in batches of messages of one length. By a float model a message has the same vector as alone; by an int8 model one that is
 * off by as much as int8 is from float: cosines of .9994 on average, .997 at least.
 */
export async function embedInBatches(
  model: Uint8Array,
  messages: number[][],
  width: number,
  onDone: (done: number) => void = () => {},
): Promise<Vectors> {
  const vectors = emptyVectors(messages.length, width);
  let done = 0;
  await embedBatches(model, messages, (rows, outputs) => {
    setVectors(vectors, rows, floats(outputs['pooled']));
    onDone((done += rows.length));
  });
  return vectors;
}

/** Runs a float model on batches of messages of one length; `onBatch` gets the row numbers of a batch and the outputs for it. */
export async function embedBatches(
  model: Uint8Array,
  messages: number[][],
  onBatch: (rows: number[], outputs: Outputs) => void,
): Promise<void> {
  const session = await openSession(model, 2);
  for (const rows of ofOneLength(messages)) {
    const batch = rows.map((row) => messages[row]!);
    onBatch(rows, await runBatch(session, batch));
  }
  await session.release();
}

function ofOneLength(messages: number[][]): number[][] {
  return [...groupBy(messages.keys(), (m) => messages[m]!.length).values()].flatMap((rows) =>
    Array.from({ length: Math.ceil(rows.length / batchSize) }, (_, i) =>
      rows.slice(i * batchSize, (i + 1) * batchSize),
    ),
  );
}

export function emptyVectors(rows: number, width: number): Vectors {
  return { width, unit: new Float32Array(rows * width), length: new Float32Array(rows) };
}

/** Sets the vectors of `rows` to what the encoder pooled of them, [rows, width]. */
export function setVectors({ width, unit, length }: Vectors, rows: number[], pooled: Float32Array): void {
  for (const [i, row] of rows.entries()) {
    const own = pooled.subarray(i * width, (i + 1) * width);
    const norm = Math.sqrt(own.reduce((sum, v) => sum + v * v, 0)) || 1;
    for (let d = 0; d < width; d++) unit[row * width + d] = own[d]! / norm;
    length[row] = norm;
  }
}

/** The vectors of the given rows, in the given order. */
export function pick({ width, unit, length }: Vectors, rows: number[]): Vectors {
  const out = emptyVectors(rows.length, width);
  for (const [to, from] of rows.entries()) {
    out.unit.set(unit.subarray(from * width, (from + 1) * width), to * width);
    out.length[to] = length[from]!;
  }
  return out;
}

/** The rows of all `parts`, one part after the other. */
export function joined(parts: Vectors[]): Vectors {
  const { width } = parts[0]!;
  const out = emptyVectors(
    parts.reduce((sum, { length }) => sum + length.length, 0),
    width,
  );
  let rows = 0;
  for (const { unit, length } of parts) {
    out.unit.set(unit, rows * width);
    out.length.set(length, rows);
    rows += length.length;
  }
  return out;
}
