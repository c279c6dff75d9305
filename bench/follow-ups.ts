/**
 * `npm run bench -- follow-ups [--json] [--model DIR]`: what a customer is shown who asks on after an answer. Each of the 552 follow-ups on the demo
 * shop's answers names the sentences that answer it; half of them no sentence does. The decision is the bot's own, as if the model had been sure of
 * the same intent again. No model learns from the rows: test/conversations/follow-ups.jsonl. See docs/conversations.md.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { decide, loneTurn, type EarlierMessage, type Knowledge, type Shop } from '#decision';
import { Classifier } from '#slm';

const { values: options } = parseArgs({ options: { json: { type: 'boolean' }, model: { type: 'string' } } });

const followUp = z.object({ say: z.string(), sentences: z.array(z.number().int()) });
const row = z.object({ asked: z.string(), answer: z.array(z.string()), followUps: z.array(followUp) });
const lines = readFileSync('test/conversations/follow-ups.jsonl', 'utf8').trimEnd().split('\n');
const rows = lines.map((line) => row.parse(JSON.parse(line)));

const model = await Classifier.load(options.model ?? 'models/fernhill');
const vectors = new Map<string, Float32Array>();

async function vectorOf(text: string): Promise<Float32Array> {
  const known = vectors.get(text) ?? (await model.classify(text)).embedding;
  vectors.set(text, known);
  return known;
}

async function similarity(a: string, b: string): Promise<number> {
  const [u, v] = [await vectorOf(a), await vectorOf(b)];
  return u.reduce((sum, x, d) => sum + x * v[d]!, 0);
}

const intent = 'answered';

function shopThatSays(text: string): Shop {
  const answers = new Map([['en', { text, conditions: [], action: null }]]);
  return {
    ...{ locale: 'en', otherLanguages: 'people', country: 'GB', orderNumberPattern: '', customerNumberPattern: '' },
    topics: { disabled: [], own: [], helpLine: '' },
    intents: new Map([[intent, { id: intent, name: intent, title: 'Answered', automate: true, answers }]]),
  };
}

/** What the bot says to `say` after `answer`. */
async function replyTo(say: string, { asked, answer }: z.infer<typeof row>): Promise<string> {
  const text = answer.join(' ');
  const before: EarlierMessage = {
    text: asked,
    decision: { kind: 'answer', rule: 'confident', intentId: intent, slot: null },
  };
  const turn = { ...loneTurn(say, new Date()), earlier: [before], lastBot: { text, quickReplies: [] } };
  const sure = { intent, confidence: 0.99, oosScore: 0, topK: [{ intent, confidence: 0.99 }], requests: [] };
  const similarities = new Map<string, number>();
  const known: Knowledge = {
    reading: { ...(await model.classify(say, { previous: asked })), ...sure },
    policy: { threshold: 0.8, likelyFrom: 0.85, oosLimit: 0.5 },
    shop: shopThatSays(text),
    results: new Map(),
    similarities,
  };
  for (;;) {
    const outcome = decide(turn, known);
    if (outcome.kind === 'act') throw new Error('These answers look nothing up.');
    if (outcome.kind !== 'compare') return outcome.kind === 'clarify' ? outcome.replies[0]!.text : '';
    for (const each of outcome.texts) similarities.set(each, await similarity(say, each));
  }
}

const counted = {
  'that a sentence answers': { n: 0, shown: 0, right: 0 },
  'that none does': { n: 0, shown: 0, right: 0 },
};
for (const each of rows) {
  for (const { say, sentences } of each.followUps) {
    const figures = counted[sentences.length > 0 ? 'that a sentence answers' : 'that none does'];
    const reply = await replyTo(say, each);
    const shown = each.answer.findIndex((sentence) => reply.startsWith(sentence));
    figures.n += 1;
    if (shown >= 0) figures.shown += 1;
    if (sentences.includes(shown)) figures.right += 1;
  }
}
await model.release();
const table = Object.entries(counted).map(([followUps, figures]) => ({ 'follow-ups': followUps, ...figures }));
if (options.json) for (const line of table) console.log(JSON.stringify(line));
else console.table(table);
