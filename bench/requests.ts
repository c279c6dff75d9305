/**
 * `npm run bench -- requests [--json] [--model DIR]`: whether messages of several requests are found, and read rightly, whether messages of one
 * are left whole, and what is made of a message after another one. All rows are held out: libs/background/data/*.held-out.jsonl and the demo
 * shop's held-out tickets. The model is the one that comes with the program, or DIR. See docs/conversations.md.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readRows as readBackgroundRows } from '#background';
import { Classifier } from '#slm';
import { mean } from '#statistics';
import { readRows } from '#ticket-import';

const { values: options } = parseArgs({ options: { json: { type: 'boolean' }, model: { type: 'string' } } });

const severalRow = z.object({ text: z.string(), requests: z.array(z.string()) });
const secondMessage = z.object({ previous: z.string(), text: z.string(), intent: z.string() });

const written = readBackgroundRows('several-requests.held-out.jsonl', severalRow);
const second = readBackgroundRows('second-messages.held-out.jsonl', secondMessage);
const { rows: tickets } = await readRows('apps/demo-shop/data/tickets.held-out.jsonl');

const model = await Classifier.load(options.model ?? 'models/fernhill');
const intentsOf = async (text: string) => (await model.classify(text)).requests.map(({ intent }) => intent);

const splits = async (rows: { text: string; requests: string[] }[]) => {
  const found: { requests: string[]; read: string[] }[] = [];
  for (const { text, requests } of rows) found.push({ requests, read: await intentsOf(text) });
  const share = (holds: (one: (typeof found)[number]) => boolean) =>
    Number(mean(found.map((one) => (holds(one) ? 1 : 0))).toFixed(4));
  return {
    n: found.length,
    split: share(({ read }) => read.length > 0),
    'into its requests': share(({ requests, read }) => read.join() === requests.join()),
  };
};

const right = async (rows: typeof second, together: boolean) => {
  const hits: number[] = [];
  for (const { previous, text, intent } of rows) {
    const read = await model.classify(text, together ? { previous } : {});
    hits.push(read.intent === intent ? 1 : 0);
  }
  return { n: rows.length, right: Number(mean(hits).toFixed(4)) };
};

const figures = [
  { messages: 'of two or three requests', ...(await splits(written.filter(({ requests }) => requests.length > 1))) },
  { messages: 'of one that look like several', ...(await splits(written.filter(({ requests }) => requests.length === 1))) }, // prettier-ignore
  { messages: 'single tickets', ...(await splits(tickets.map(({ text, intent }) => ({ text, requests: [intent] })))) },
  { messages: 'second messages, by themselves', ...(await right(second, false)) },
  { messages: 'second messages, as they are read', ...(await right(second, true)) },
];
await model.release();
if (options.json) for (const row of figures) console.log(JSON.stringify(row));
else console.table(figures);
