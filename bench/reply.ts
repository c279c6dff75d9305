/**
 * `npm run bench -- reply [--json]`: from a visitor's send to the bot's reply on the visitor's socket, at 20 messages a second; and how many
 * replies a second the whole platform gives when visitors write as fast as they are answered, beside bare ONNX Runtime.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { bareRate } from './platform/bare-model.js';
import { percentile } from '#slm';
import { print } from './platform/figures.js';
import { startPlatform, type Platform } from './platform/platform.js';
import { Visitor } from './platform/visitor.js';

const json = process.argv.includes('--json');
const [perSecond, seconds, warmUpSeconds, crowd] = [20, 20, 4, 32];

/** Each has an approved answer of its own, so that the bot never repeats itself. */
const questions = [
  'where is my order 1042?',
  'how do I return a jumper I bought',
  'what does delivery cost',
  'what time do your shops open',
  'where is my order 1038?',
  'I forgot my password and cannot log in',
  'do you have gift cards',
  'how do I unsubscribe from the newsletter',
];

/** Visitors who ask in turn; one whom the bot handed to people is replaced. */
class Crowd {
  private readonly asked = new Map<Visitor, number>();
  escalated = 0;

  constructor(private readonly platform: Platform) {}

  async next(visitor: Visitor): Promise<{ ms: number; visitor: Visitor }> {
    const turn = this.asked.get(visitor) ?? 0;
    this.asked.set(visitor, turn + 1);
    const { ms, answered } = await visitor.ask(questions[turn % questions.length]!);
    if (answered) return { ms, visitor };
    this.escalated++;
    visitor.close();
    return { ms, visitor: await Visitor.connect(this.platform) };
  }
}

const platform = await startPlatform();
try {
  const crowdOf = new Crowd(platform);
  const visitors: Visitor[] = [];
  for (let index = 0; index < crowd; index++) visitors.push(await Visitor.connect(platform));

  const latencies: number[] = [];
  const underWay: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let sent = 0; sent < perSecond * (warmUpSeconds + seconds); sent++) {
    await pause(Math.max(0, startedAt + (sent * 1000) / perSecond - performance.now()));
    const slot = sent % crowd;
    underWay.push(
      crowdOf.next(visitors[slot]!).then(({ ms, visitor }) => {
        visitors[slot] = visitor;
        if (sent >= perSecond * warmUpSeconds) latencies.push(ms);
      }),
    );
  }
  await Promise.all(underWay);

  const until = performance.now() + 10_000;
  let replies = 0;
  await Promise.all(
    visitors.map(async (first, slot) => {
      let visitor = first;
      for (; performance.now() < until; replies++) visitor = (await crowdOf.next(visitor)).visitor;
      visitors[slot] = visitor;
    }),
  );
  const throughput = replies / 10;
  for (const visitor of visitors) visitor.close();
  const [checksum] = readdirSync(join(platform.dataDir, 'models'));
  const ceiling = await bareRate(join(platform.dataDir, 'models', checksum!), questions);

  print(
    'reply',
    [
      { what: 'reply p50', value: percentile(latencies, 0.5), unit: 'ms', aim: 'at most 15' },
      { what: 'reply p95', value: percentile(latencies, 0.95), unit: 'ms', aim: 'at most 40' },
      { what: 'messages', value: latencies.length, unit: '' },
      { what: 'handed to people', value: crowdOf.escalated, unit: '' },
      { what: 'throughput', value: throughput, unit: 'replies/s' },
      { what: 'bare int8 ceiling', value: ceiling, unit: 'messages/s' },
      { what: 'share of the ceiling', value: throughput / ceiling, unit: '', aim: 'at least 0.4' },
    ],
    json,
  );
} finally {
  await platform.stop();
}
