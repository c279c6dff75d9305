import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { readTokenizer } from '#slm';

/** Messages a second of bare ONNX Runtime on the served graph, as it is served: one message at a time, one thread, ids made before. */
export async function bareRate(modelDir: string, texts: string[], seconds = 5): Promise<number> {
  const tokenizer = readTokenizer(join(modelDir, 'tokenizer.json'));
  const session = await InferenceSession.create(join(modelDir, 'model.onnx'), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
  });
  const feeds = texts.map((text) => {
    const ids = tokenizer.encode(text);
    return { ids: new Tensor('int32', Int32Array.from(ids), [1, ids.length]) };
  });
  for (const feed of feeds) await session.run(feed);
  const until = performance.now() + seconds * 1000;
  let done = 0;
  for (; performance.now() < until; done++) await session.run(feeds[done % feeds.length]!);
  await session.release();
  return done / seconds;
}
