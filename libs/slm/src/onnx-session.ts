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
export function runIds(session: InferenceSession, ids: number[]): Promise<Record<string, Tensor>> {
  return runBatch(session, [ids]);
}

/** Runs messages of one length. */
export async function runBatch(session: InferenceSession, messages: number[][]): Promise<Record<string, Tensor>> {
  const ids = new Tensor('int32', Int32Array.from(messages.flat()), [messages.length, messages[0]!.length]);
  return await session.run({ ids });
}

export function floats(tensor: Tensor | undefined): Float32Array {
  return tensor!.data as Float32Array;
}

export function floatTensor(data: Float32Array, shape: number[]): Tensor {
  return new Tensor('float32', data, shape);
}
