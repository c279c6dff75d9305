import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { placeholders, type Kind } from './kinds.js';
import { mask } from './mask.js';
import { plain } from './plain.js';

const lines = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n');
const ownTexts = 'libs/personal-data/src/testing';

const personal = z
  .object({
    language: z.enum(['en', 'es', 'de', 'fr', 'ar']),
    kind: z.enum(Object.keys(placeholders) as [Kind, ...Kind[]]),
    text: z.string(),
    /** The part of the text that must not be left. */
    secret: z.string(),
    contactName: z.string().optional(),
    orderNumberPattern: z.string().optional(),
    customerNumberPattern: z.string().optional(),
  })
  .array()
  .parse(lines(`${ownTexts}/personal.jsonl`).map((line): unknown => JSON.parse(line)));

/** Neither the whole of it is left, nor a part with a digit in it. */
function isGone(secret: string, masked: string): boolean {
  const parts = secret.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length >= 3 && /\d/.test(part));
  return [secret, ...parts].every((part) => !masked.includes(part));
}

describe('personal data in five languages', () => {
  it('is gone from 95 of 100 texts', () => {
    expect(personal.length).toBeGreaterThanOrEqual(300);
    const missed = personal.filter((row) => !isGone(plain(row.secret), mask(row.text, row).text));
    expect(missed.length / personal.length, missed.map(({ text }) => text).join('\n')).toBeLessThan(0.05);
  });

  it('is called by its name in 90 of 100', () => {
    const named = personal.filter((row) => mask(row.text, row).found.includes(row.kind));
    expect(named.length / personal.length).toBeGreaterThan(0.9);
  });
});

describe('ordinary messages', () => {
  const text = z.object({ text: z.string() });
  const kit = z.object({ intents: z.object({ examples: z.array(z.string()) }).array() });
  const shop = ['tickets', 'tickets.held-out', 'out-of-scope', 'out-of-scope.held-out'];
  const tickets = [...shop.map((name) => `apps/demo-shop/data/${name}.jsonl`), `${ownTexts}/ordinary.jsonl`]
    .flatMap(lines)
    .map((line) => text.parse(JSON.parse(line)).text);
  const wordings = ['core', 'fashion', 'home', 'electronics'].flatMap((name) =>
    kit
      .parse(JSON.parse(readFileSync(`libs/starter-kits/data/${name}.json`, 'utf8')))
      .intents.flatMap(({ examples }) => examples),
  );
  /** Tickets that do hold personal data, by hand. */
  const holding = new Set(
    z.array(z.string()).parse(JSON.parse(readFileSync(`${ownTexts}/personal-tickets.json`, 'utf8'))),
  );
  const ordinary = [...tickets, ...wordings].filter((message) => !holding.has(message));

  it('stay as they are, 995 of 1,000', () => {
    expect(ordinary.length).toBeGreaterThan(2000);
    const changed = ordinary.filter((message) => mask(message).found.length > 0);
    expect(changed.length / ordinary.length, changed.join('\n')).toBeLessThanOrEqual(0.005);
  });

  it('with a known contact too', () => {
    const changed = ordinary.filter((message) => mask(message, { contactName: 'Will Grace-Young' }).found.length > 0);
    expect(changed.length / ordinary.length, changed.join('\n')).toBeLessThanOrEqual(0.01);
  });
});
