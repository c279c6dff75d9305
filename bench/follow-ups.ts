/**
 * `npm run bench -- follow-ups [--json] [--model DIR]`: what a customer is told or shown who asks on after an answer. Each of the 552 follow-ups on the demo
 * shop's answers names the sentences that answer it; half of them no sentence does. The decision is the bot's own, as if the model had been sure of
 * the same intent again. Nothing learns from the rows: test/conversations/follow-ups.jsonl. See docs/conversations.md.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { followUpRow, type FollowUpRow } from '#background';
import type { Similarity } from '#contracts';
import { decide, loneTurn, type EarlierMessage, type Knowledge, type Settled, type Shop } from '#decision';
import { Classifier } from '#slm';

const { values: options } = parseArgs({ options: { json: { type: 'boolean' }, model: { type: 'string' } } });

function readRows(): FollowUpRow[] {
  const lines = readFileSync('test/conversations/follow-ups.jsonl', 'utf8').trimEnd().split('\n');
  return lines.map((line) => followUpRow.parse(JSON.parse(line)));
}

const model = await Classifier.load(options.model ?? 'models/fernhill');

const intent = 'answered';

function shopThatSays(text: string): Shop {
  const answers = new Map([['en', { text, conditions: [], action: null }]]);
  return {
    ...{ locale: 'en', otherLanguages: 'people', country: 'GB', orderNumberPattern: '', customerNumberPattern: '' },
    topics: { disabled: [], own: [], helpLine: '' },
    intents: new Map([[intent, { id: intent, name: intent, title: 'Answered', automate: true, answers }]]),
  };
}

/** What the bot does with `say` after `answer`. */
async function outcomeOf(say: string, { asked, answer }: FollowUpRow): Promise<Settled> {
  const text = answer.join(' ');
  const before: EarlierMessage = {
    text: asked,
    decision: { kind: 'answer', rule: 'confident', intentId: intent, slot: null },
  };
  const turn = { ...loneTurn(say, new Date()), earlier: [before], lastBot: { text, quickReplies: [] } };
  const sure = { intent, confidence: 0.99, oosScore: 0, topK: [{ intent, confidence: 0.99 }], requests: [] };
  const similarities = new Map<string, Similarity>();
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
    if (outcome.kind !== 'compare') return outcome;
    const found = await model.similarities(say, outcome.question, outcome.texts);
    outcome.texts.forEach((each, i) => similarities.set(each, found[i]!));
  }
}

/** A sentence is told as the answer, or shown beside the question what is still open. */
const none = { n: 0, told: 0, 'right of these': 0, shown: 0, 'right of those': 0 };

async function count(rows: FollowUpRow[]): Promise<Record<string, typeof none>> {
  const counted = { 'that a sentence answers': { ...none }, 'that none does': { ...none } };
  for (const each of rows) {
    for (const { say, sentences } of each.followUps) {
      const figures = counted[sentences.length > 0 ? 'that a sentence answers' : 'that none does'];
      const { kind, replies } = await outcomeOf(say, each);
      const found = each.answer.findIndex((sentence) => replies[0]?.text.startsWith(sentence));
      figures.n += 1;
      if (found < 0) continue;
      figures[kind === 'answer' ? 'told' : 'shown'] += 1;
      if (sentences.includes(found)) figures[kind === 'answer' ? 'right of these' : 'right of those'] += 1;
    }
  }
  return counted;
}

const counted = await count(readRows());
const table = Object.entries(counted).map(([followUps, figures]) => ({ 'follow-ups': followUps, ...figures }));
await model.release();
if (options.json) for (const line of table) console.log(JSON.stringify(line));
else console.table(table);
