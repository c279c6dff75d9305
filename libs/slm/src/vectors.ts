import type { IntentHead } from './inference-graph.js';
import { groupBy } from './group-by.js';
import { floats, openSession, runIds } from './onnx-session.js';

/** Pooled vectors of messages, one after the other: their directions, and their lengths. */
export interface Vectors {
  width: number;
  unit: Float32Array;
  length: Float32Array;
}

/**
 * Runs messages (token ids) through an encoder one at a time, as they are served, and lets other work of the process run now and then.
 * Two threads give the very numbers that one gives: each computes columns of its own.
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
    setVector(vectors, m, floats((await runIds(session, ids))['pooled']));
    onDone(m + 1);
    if (m % 32 === 0) await new Promise(setImmediate);
  }
  await session.release();
  return vectors;
}

/** Row numbers of messages of one length, at most `most` together. */
export function ofOneLength(messages: number[][], most: number): number[][] {
  return [...groupBy(messages.keys(), (m) => messages[m]!.length).values()].flatMap((rows) =>
    Array.from({ length: Math.ceil(rows.length / most) }, (_, i) => rows.slice(i * most, (i + 1) * most)),
  );
}

export function emptyVectors(rows: number, width: number): Vectors {
  return { width, unit: new Float32Array(rows * width), length: new Float32Array(rows) };
}

export function setVector({ width, unit, length }: Vectors, row: number, pooled: Float32Array): void {
  const norm = Math.sqrt(pooled.reduce((sum, v) => sum + v * v, 0)) || 1;
  for (let d = 0; d < width; d++) unit[row * width + d] = pooled[d]! / norm;
  length[row] = norm;
}

export function pick({ width, unit, length }: Vectors, rows: number[]): Vectors {
  const out = emptyVectors(rows.length, width);
  for (const [to, from] of rows.entries()) {
    out.unit.set(unit.subarray(from * width, (from + 1) * width), to * width);
    out.length[to] = length[from]!;
  }
  return out;
}

/** The head's score of every intent for vector `row`. */
export function scores(
  { weight, bias, reads }: IntentHead,
  { width, unit, length }: Vectors,
  row: number,
): Float64Array {
  const scale = reads === 'pooled' ? length[row]! : 1;
  const from = row * width;
  return Float64Array.from(bias, (b, k) => {
    let sum = 0;
    for (let d = 0; d < width; d++) sum += weight[k * width + d]! * unit[from + d]!;
    return b + sum * scale;
  });
}
