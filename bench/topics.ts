/**
 * `npm run bench -- topics [--json] [--alarms] [--model DIR]`: how many messages on sensitive topics are found, and how many ordinary ones
 * are taken for some, by the word lists alone, by n-grams and the model, and by all, as the bot does it. The messages on topics are the 300 held
 * out (libs/background/data/sensitive-topics.held-out.jsonl), then a second, harder file; the ordinary ones are the demo shop's, the starter kits' and, where they lie
 * beside the repository, public sets'. Without --model, the demo shop's first model is trained. --alarms prints the ordinary messages that
 * are taken for sensitive. See docs/topics.md.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sensitiveTopic, type SensitiveTopic } from '#contracts';
import { Classifier, trainHead } from '#slm';
import { topicsByModel, topicsByWords, topicsOf } from '#topics';
import { demoRows, hardHeldOutRows, heldOutRows, ordinaryMessages, type HeldOutRow } from './topics/messages.js';

const { values: options } = parseArgs({
  options: { json: { type: 'boolean' }, alarms: { type: 'boolean' }, model: { type: 'string' } },
});
const everyTopic = { disabled: [], own: [], helpLine: '' };

type Scores = Record<SensitiveTopic, number>;
type Way = (text: string, scores: Scores) => string[];
const ways: [name: string, find: Way][] = [
  ['word lists', (text) => topicsByWords(text)],
  ['n-grams and model', topicsByModel],
  ['both', (text, scores) => topicsOf(text, scores, everyTopic)],
];

interface Read {
  text: string;
  scores: Scores;
}

async function readAll<T extends { text: string }>(model: Classifier, messages: T[]): Promise<(T & Read)[]> {
  const out: (T & Read)[] = [];
  for (const message of messages) out.push({ ...message, scores: (await model.classify(message.text)).topics });
  return out;
}

/** Found at all: the message goes to people. By its own topic: people are told why, and the words fit. */
function recall(rows: (HeldOutRow & Read)[], find: Way) {
  const found = rows.map((row) => ({ row, topics: find(row.text, row.scores) }));
  const share = (n: number) => Number((n / (rows.length || 1)).toFixed(3));
  return {
    n: rows.length,
    found: share(found.filter(({ topics }) => topics.length > 0).length),
    'by its topic': share(found.filter(({ row, topics }) => row.topics.some((one) => topics.includes(one))).length),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'baton-bench-topics-'));
try {
  const outDir = join(folder, 'model');
  if (!options.model) await trainHead({ rows: await demoRows(), outDir });
  const model = await Classifier.load(options.model ?? outDir);
  const sensitive = await readAll(model, heldOutRows());
  const hard = await readAll(model, hardHeldOutRows());
  const ordinary = await readAll(model, [
    ...(await ordinaryMessages()),
    ...hard.filter(({ topics }) => topics.length === 0).map(({ text }) => ({ set: 'second held-out file', text })),
  ]);
  await model.release();

  const languages = [...new Set(sensitive.map(({ language }) => language))];
  const sets = [...new Set(ordinary.map(({ set }) => set))];
  const parts: [string, (HeldOutRow & Read)[]][] = [
    ['all', sensitive],
    ['second held-out file', hard.filter(({ topics }) => topics.length > 0)],
    ...languages.map((one): [string, typeof sensitive] => [one, sensitive.filter((row) => row.language === one)]),
    ...sensitiveTopic.options.map((one): [string, typeof sensitive] => [
      one,
      sensitive.filter(({ topics }) => topics.includes(one)),
    ]),
  ];
  const rows = ways.flatMap(([way, find]) => {
    const alarms = ordinary.filter(({ text, scores }) => find(text, scores).length > 0);
    const share = (of: typeof ordinary, all: typeof ordinary) => Number((of.length / all.length).toFixed(4));
    return [
      ...parts.map(([part, messages]) => ({ way, part, ...recall(messages, find) })),
      { way, part: 'ordinary: all', n: ordinary.length, found: share(alarms, ordinary) },
      ...sets.map((set) => {
        const of = (from: typeof ordinary) => from.filter((one) => one.set === set);
        return { way, part: `ordinary: ${set}`, n: of(ordinary).length, found: share(of(alarms), of(ordinary)) };
      }),
    ];
  });
  if (options.json) for (const row of rows) console.log(JSON.stringify(row));
  else console.table(rows);
  const began = performance.now();
  for (const { text } of ordinary) topicsByWords(text);
  const microseconds = Math.round(((performance.now() - began) / ordinary.length) * 1_000);
  console.log(options.json ? JSON.stringify({ microseconds }) : `The lists take ${microseconds} µs a message.`);
  if (options.alarms)
    for (const { set, text, scores } of ordinary) {
      const topics = topicsOf(text, scores, everyTopic);
      if (topics.length > 0) console.log(`${set}: ${topics.join(', ')}: ${text}`);
    }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
