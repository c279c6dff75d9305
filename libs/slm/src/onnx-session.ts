import { InferenceSession, Tensor } from 'onnxruntime-node';

export type Session = InferenceSession;

/** `threads` 1 for serving: one message at a time, one session a worker. */
export function openSession(model: Uint8Array, threads = 1): Promise<InferenceSession> {
  return InferenceSession.create(model, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
  });
}

/** Runs one message through an encoder's graph. */
export async function runIds(session: InferenceSession, ids: number[]): Promise<Record<string, Tensor>> {
  return await session.run({ ids: new Tensor('int32', Int32Array.from(ids), [1, ids.length]) });
}

export function floats(tensor: Tensor | undefined): Float32Array {
  return tensor!.data as Float32Array;
}

export function floatTensor(data: Float32Array, shape: number[]): Tensor {
  return new Tensor('float32', data, shape);
}
