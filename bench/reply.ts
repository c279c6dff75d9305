/**
 * `npm run bench -- reply [--json]`: from a visitor's send to the bot's reply on the visitor's socket, at 20 messages a second; and how many
 * replies a second the whole platform gives when visitors write as fast as they are answered, beside bare ONNX Runtime, and what each of its
 * programs works for a reply.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { bareRate } from './platform/bare-model.js';
import { percentile } from '#statistics';
import { print } from './platform/figures.js';
import { startPlatform, type Platform } from './platform/platform.js';
import { processorTimes } from './platform/processor-time.js';
import { Visitor } from './platform/visitor.js';

const json = process.argv.includes('--json');
const [perSecond, warmUpSeconds, seconds, fullSpeedSeconds, crowd] = [20, 4, 20, 10, 32];
/** Each has an approved answer of its own: a bot that would repeat itself hands over. */
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

/** Visitors who come before the clock runs: as many as ask all their questions meanwhile. */
const [atFirst, forFullSpeed] = [(perSecond * (warmUpSeconds + seconds)) / questions.length + crowd, 400];

/** Visitors, each with one question under way at most; one who has asked all, or whom the bot handed to people, is replaced. */
class Crowd {
  private readonly asked = new Map<Visitor, number>();
  private readonly free: Visitor[] = [];
  escalated = 0;

  constructor(private readonly platform: Platform) {}

  async fill(size: number): Promise<void> {
    while (this.free.length < size) this.free.push(await Visitor.connect(this.platform));
  }

  /** A question and its answer, in ms. */
  async ask(): Promise<number> {
    const visitor = this.free.shift() ?? (await Visitor.connect(this.platform));
    const turn = this.asked.get(visitor) ?? 0;
    this.asked.set(visitor, turn + 1);
    const { ms, answered } = await visitor.ask(questions[turn]!);
    if (!answered) this.escalated++;
    if (answered && turn + 1 < questions.length) this.free.push(visitor);
    else visitor.close();
    return ms;
  }

  close(): void {
    for (const visitor of this.free) visitor.close();
  }
}

const platform = await startPlatform();
try {
  const visitors = new Crowd(platform);
  await visitors.fill(atFirst);

  const latencies: number[] = [];
  const underWay: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let sent = 0; sent < perSecond * (warmUpSeconds + seconds); sent++) {
    await pause(Math.max(0, startedAt + (sent * 1000) / perSecond - performance.now()));
    const counts = sent >= perSecond * warmUpSeconds;
    underWay.push(visitors.ask().then((ms) => void (counts && latencies.push(ms))));
  }
  await Promise.all(underWay);

  await visitors.fill(forFullSpeed);
  const before = processorTimes();
  const until = performance.now() + fullSpeedSeconds * 1000;
  let replies = 0;
  const ceaseless = async () => {
    for (; performance.now() < until; replies++) await visitors.ask();
  };
  await Promise.all(Array.from({ length: crowd }, ceaseless));
  const throughput = replies / fullSpeedSeconds;
  const work = [...processorTimes()].map(([name, ms]) => ({ name, ms: (ms - (before.get(name) ?? 0)) / replies }));
  visitors.close();
  const [checksum] = readdirSync(join(platform.dataDir, 'models'));
  const ceiling = await bareRate(join(platform.dataDir, 'models', checksum!), questions);

  print(
    'reply',
    [
      { what: 'reply p50', value: percentile(latencies, 0.5), unit: 'ms', aim: 'at most 15' },
      { what: 'reply p95', value: percentile(latencies, 0.95), unit: 'ms', aim: 'at most 40' },
      { what: 'messages', value: latencies.length, unit: '' },
      { what: 'handed to people', value: visitors.escalated, unit: '' },
      { what: 'throughput', value: throughput, unit: 'replies/s' },
      { what: 'bare int8 ceiling', value: ceiling, unit: 'messages/s' },
      { what: 'share of the ceiling', value: throughput / ceiling, unit: '', aim: 'at least 0.4' },
      ...work.map(({ name, ms }) => ({ what: `${name}, work a reply`, value: ms, unit: 'ms of a core' })),
    ],
    json,
  );
} finally {
  await platform.stop();
}
