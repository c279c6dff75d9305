import { floats, openSession, runIds } from './onnx-session.js';

/**
 * Normalised vectors of messages (token ids), one after the other, as they are served: one message at a time. Calls `onDone`
 * after each, and lets other work of the process run now and then.
 */
export async function embedAll(
  encoder: Uint8Array,
  messages: number[][],
  width: number,
  onDone: (done: number) => void,
): Promise<Float32Array> {
  const session = await openSession(encoder);
  const vectors = new Float32Array(messages.length * width);
  for (const [m, ids] of messages.entries()) {
    const pooled = floats((await runIds(session, ids))['pooled']);
    const length = Math.sqrt(pooled.reduce((sum, v) => sum + v * v, 0)) || 1;
    for (let d = 0; d < width; d++) vectors[m * width + d] = pooled[d]! / length;
    onDone(m + 1);
    if (m % 32 === 0) await new Promise(setImmediate);
  }
  await session.release();
  return vectors;
}

/** The vectors at `indices`. */
export function pick(vectors: Float32Array, indices: number[], width: number): Float32Array {
  const out = new Float32Array(indices.length * width);
  for (const [to, from] of indices.entries()) out.set(vectors.subarray(from * width, (from + 1) * width), to * width);
  return out;
}
