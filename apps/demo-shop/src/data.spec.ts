import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { actionSettings, answerCondition } from '#contracts';

const read = (name: string) => readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8');

const row = z.strictObject({ text: z.string().min(1), intent: z.string(), oos: z.literal(true).optional() });
type Row = z.infer<typeof row>;
const rows = (name: string): Row[] =>
  read(name)
    .trimEnd()
    .split('\n')
    .map((line) => row.parse(JSON.parse(line)));

const intents = z
  .array(
    z.strictObject({
      name: z.string().regex(/^[a-z]+(_[a-z]+)*$/),
      title: z.string().min(1),
      description: z.string().min(1),
      automate: z.boolean(),
      answer: z.strictObject({
        locale: z.literal('en'),
        text: z.string().min(1).max(4000),
        action: z.string().optional(),
        conditions: z.array(answerCondition).default([]),
      }),
      draft: z.object({ text: z.string(), action: z.string(), conditions: z.array(answerCondition) }).optional(),
    }),
  )
  .parse(JSON.parse(read('intents.json')));

const actions = z
  .array(z.looseObject({ name: z.string(), outputs: actionSettings.shape.outputs }))
  .parse(JSON.parse(read('actions.json')));

const tickets = { train: rows('tickets.jsonl'), heldOut: rows('tickets.held-out.jsonl') };
const outOfScope = { train: rows('out-of-scope.jsonl'), heldOut: rows('out-of-scope.held-out.jsonl') };
const train = [...tickets.train, ...outOfScope.train];
const heldOut = [...tickets.heldOut, ...outOfScope.heldOut];
const all = [...train, ...heldOut];

const normalised = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim() || text.trim();

const trigrams = (text: string) => {
  const padded = ` ${normalised(text)} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3)));
};

const similarity = (a: Set<string>, b: Set<string>) => {
  const shared = [...a].filter((gram) => b.has(gram)).length;
  return shared / (a.size + b.size - shared);
};

const texts = (from: Row[], intent: string) => from.filter((r) => r.intent === intent).map((r) => r.text);

describe('demo data', () => {
  it('has at least 24 intents with an answer each, whose marks and conditions its action fills', () => {
    expect(intents.length).toBeGreaterThanOrEqual(24);
    expect(new Set(intents.map((intent) => intent.name)).size).toBe(intents.length);
    for (const { name, answer, draft } of intents) {
      for (const { text, action, conditions } of draft ? [answer, draft] : [answer]) {
        const outputs = actions.find((each) => each.name === action)?.outputs ?? [];
        const said = [text, ...conditions.map((row) => row.text)].join();
        const used = [...said.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]!);
        const filled = outputs.map((output) => output.name);
        expect(filled, name).toEqual(expect.arrayContaining([...used, ...conditions.map(({ variable }) => variable)]));
        // What the console would not save, nobody can approve.
        expect(conditions.filter(({ operator, value }) => operator !== 'is_empty' && value === '')).toEqual([]);
        expect(answer.action === undefined, name).toBe(!answer.text.includes('{{'));
      }
    }
  });

  it('has at least 40 wordings of every intent and 300 out-of-scope messages, and no intent without an answer', () => {
    const names = intents.map((intent) => intent.name);
    for (const name of names) expect(texts(all, name).length, name).toBeGreaterThanOrEqual(40);
    expect(texts(all, 'oos').length).toBeGreaterThanOrEqual(300);
    expect(new Set(all.map((r) => r.intent))).toEqual(new Set([...names, 'oos']));
    for (const r of all) expect(r.oos ?? false, r.text).toBe(r.intent === 'oos');
  });

  it('says nothing twice, and no intent says nearly the same twice, so that no held-out message is known', () => {
    const seen = new Set<string>();
    const known = new Map<string, Set<string>[]>();
    const repeats = all.filter(({ text, intent }) => {
      const grams = trigrams(text);
      const others = known.get(intent) ?? [];
      const repeated = seen.has(normalised(text)) || others.some((other) => similarity(grams, other) > 0.6);
      seen.add(normalised(text));
      known.set(intent, [...others, grams]);
      return repeated;
    });
    expect(repeats).toEqual([]);
  });

  it('holds out the fifth of every intent with the lowest hashes, so that nobody chose the test', () => {
    const hash = (text: string) => createHash('sha256').update(normalised(text)).digest('hex');
    for (const intent of new Set(all.map((r) => r.intent))) {
      const ranked = texts(all, intent).sort((a, b) => (hash(a) < hash(b) ? -1 : 1));
      const fifth = ranked.slice(0, Math.round(ranked.length / 5));
      expect(texts(heldOut, intent).sort(), intent).toEqual(fifth.sort());
    }
  });
});
