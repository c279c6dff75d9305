/**
 * `npm run bench -- send [--json]`: from a visitor's send to the ack, which comes after the commit, at 200 messages a second from 100
 * visitors. Their conversations are with people, so that the model's work is not part of the figure.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '#statistics';
import { print } from './platform/figures.js';
import { startPlatform } from './platform/platform.js';
import { Visitor } from './platform/visitor.js';

const json = process.argv.includes('--json');
const [crowd, perSecond, warmUpSeconds, seconds] = [100, 200, 4, 15];

const platform = await startPlatform();
try {
  const visitors: Visitor[] = [];
  for (let index = 0; index < crowd; index++) visitors.push(await Visitor.connect(platform));
  for (const visitor of visitors) await visitor.requestHuman();

  const acks: number[] = [];
  const underWay: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let sent = 0; sent < perSecond * (warmUpSeconds + seconds); sent++) {
    await pause(Math.max(0, startedAt + (sent * 1000) / perSecond - performance.now()));
    const counts = sent >= perSecond * warmUpSeconds;
    const sentAt = performance.now();
    const acked = visitors[sent % crowd]!.send(`Message number ${sent}, is anybody there?`);
    underWay.push(acked.then(() => void (counts && acks.push(performance.now() - sentAt))));
  }
  await Promise.all(underWay);
  for (const visitor of visitors) visitor.close();
  print(
    'send',
    [
      { what: 'ack p50', value: percentile(acks, 0.5), unit: 'ms' },
      { what: 'ack p95', value: percentile(acks, 0.95), unit: 'ms', aim: 'below 25' },
      { what: 'messages', value: acks.length, unit: '' },
    ],
    json,
  );
} finally {
  await platform.stop();
}
