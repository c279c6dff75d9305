import { parentPort, workerData } from 'node:worker_threads';
import { Classifier } from '#slm';
import type { ThreadOrder, ThreadReply } from './live-model.js';

// One model in a thread of its own: its run() blocks, and the process must go on renewing job locks meanwhile.
const port = parentPort!;
const reply = (message: ThreadReply) => port.postMessage(message);
const classifier = await Classifier.load((workerData as { dir: string }).dir);

async function carryOut(order: ThreadOrder): Promise<void> {
  if (order.type === 'release') {
    await classifier.release();
    port.close();
    return;
  }
  const { id, text, previous } = order;
  try {
    const { intent, confidence, oosScore, topK, embedding } = await classifier.classify(text, { previous });
    reply({ type: 'classified', id, classified: { intent, confidence, oosScore, topK, embedding } });
  } catch (error) {
    reply({ type: 'failed', id, error: error instanceof Error ? error.message : String(error) });
  }
}

let turn = Promise.resolve();
port.on('message', (order: ThreadOrder) => {
  turn = turn.then(() => carryOut(order));
});

const { threshold, oosLimit } = classifier.calibration;
reply({ type: 'ready', policy: { threshold, oosLimit } });
