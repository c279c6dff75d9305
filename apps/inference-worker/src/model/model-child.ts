import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Classifier } from '#slm';
import type { ChildOrder, ChildReply, LoadOrder } from './model-process.js';

// One model in a process of its own. It ends with its channel, and only with it: signals to the whole group are for its parent, which
// still has messages to answer.
const heartbeatMs = 500;
const reply = (message: ChildReply, sent: () => void = () => undefined) =>
  process.send?.(message, undefined, undefined, sent); // a channel that is broken ends the process anyway
const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error));

process.on('disconnect', () => process.exit());
if (!process.connected) process.exit(); // its parent ended while this was loading
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
new Worker(new URL('./orphan-guard.js', import.meta.url)).unref();

try {
  process.channel?.ref(); // what was loaded before may have let go of it, and nothing else keeps this process while it waits
  const told = once(process, 'message');
  reply({ type: 'listening' });
  const [{ dir }] = (await told) as [LoadOrder];
  const classifier = await Classifier.load(dir);
  await classifier.similarities('', '', []); // opens what compares, which no customer should wait for
  let turn = Promise.resolve();
  process.on('message', (order: ChildOrder) => {
    turn = turn.then(() => carryOut(classifier, order));
  });
  setInterval(() => reply({ type: 'alive' }), heartbeatMs);
  const { threshold, oosLimit } = classifier.calibration;
  reply({ type: 'ready', policy: { threshold, oosLimit } });
} catch (error) {
  reply({ type: 'unfit', error: sentence(error) }, () => process.exit());
}

async function carryOut(model: Classifier, { id, text, compare, ...around }: ChildOrder): Promise<void> {
  reply({ type: 'taken', id });
  try {
    if (compare) {
      const similarities = await model.similarities(text, compare.question, compare.texts);
      reply({ type: 'compared', id, similarities });
      return;
    }
    const { intent, confidence, oosScore, topK, topics, acts, ...more } = await model.classify(text, around);
    const { readAfterPrevious, alone, before, requests, possibleRequests, embedding } = more;
    const reading = { intent, confidence, oosScore, topK, topics, acts };
    const classified = { ...reading, readAfterPrevious, alone, before, requests, possibleRequests, embedding };
    reply({ type: 'classified', id, classified });
  } catch (error) {
    reply({ type: 'failed', id, error: sentence(error) });
  }
}
