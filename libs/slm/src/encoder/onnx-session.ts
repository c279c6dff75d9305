import { InferenceSession, Tensor } from 'onnxruntime-node';

export type Session = InferenceSession;
export type Outputs = Record<string, Tensor>;

/** A session for the bytes of an ONNX model. `threads` is 1 for serving, where each worker runs one message at a time. */
export function openSession(model: Uint8Array, threads = 1): Promise<Session> {
  return InferenceSession.create(model, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    // A thread that spins while it waits for another takes the processor from whoever has work.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  });
}

/** Runs one message (token ids) through an encoder's graph. */
export function runIds(session: Session, ids: number[]): Promise<Outputs> {
  return runBatch(session, [ids]);
}

/** Runs messages (token ids) that all have the same length. */
export async function runBatch(session: Session, messages: number[][]): Promise<Outputs> {
  const ids = new Tensor('int32', Int32Array.from(messages.flat()), [messages.length, messages[0]!.length]);
  return await session.run({ ids });
}

/** The numbers of a float32 output that the graph is known to have. */
export function floats(tensor: Tensor | undefined): Float32Array {
  return tensor!.data as Float32Array;
}

export function floatTensor(data: Float32Array, shape: number[]): Tensor {
  return new Tensor('float32', data, shape);
}
