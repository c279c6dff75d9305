import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportCheck } from './import-check.js';
import { languageOf } from './language.js';

describe('checking an import', () => {
  it('takes a text once a category, shows contradictions, and counts', () => {
    const check = new ImportCheck();
    const take = (line: number, text: string, intent: string | null) =>
      check.take({ line, text, intent }, ['email', 'email']);
    expect(take(2, 'Where is it?', 'status')).toBeNull();
    expect(take(3, 'where  is IT', 'status')).toBe('duplicate');
    expect(take(4, 'Where is it', 'delivery')).toBeNull();
    expect(take(5, 'Where is it', null)).toBeNull();
    expect(check.refuse('empty')).toBe('empty');
    expect(check.refuse('json')).toBe('json');
    expect(check.report()).toEqual({
      rows: 6,
      taken: 3,
      empty: 1,
      duplicate: 1,
      broken: 1,
      contradicting: 1,
      contradictions: [{ text: 'Where is it', intents: ['status', 'delivery'], rows: [2, 4] }],
      small: [
        { intent: 'status', n: 1 },
        { intent: 'delivery', n: 1 },
      ],
      languages: expect.any(Array) as unknown,
      masked: [{ kind: 'email', n: 3 }],
    });
  });

  it('counts every row in one place', () => {
    const rows = fc.array(
      fc.oneof(
        fc.record({ text: fc.constantFrom('a', 'A', 'b', 'c.'), intent: fc.constantFrom('x', 'y', null) }),
        fc.constantFrom('empty' as const, 'too_long' as const),
      ),
    );
    fc.assert(
      fc.property(rows, (given) => {
        const check = new ImportCheck();
        const verdicts = given.map((row, index) =>
          typeof row === 'string' ? check.refuse(row) : check.take({ line: index + 1, ...row }, []),
        );
        const { rows: n, taken, empty, duplicate, broken, contradicting } = check.report();
        expect(n).toBe(given.length);
        expect(taken + empty + duplicate + broken).toBe(n);
        expect(taken).toBe(verdicts.filter((verdict) => verdict === null).length);
        expect(contradicting).toBeLessThanOrEqual(taken);
      }),
    );
  });
});

it.each([
  ['Where is my order? It was due on Monday', 'en'],
  ['Wo bleibt mein Paket, es sollte am Montag kommen', 'de'],
  ['Où est ma commande ? Elle devait arriver lundi', 'fr'],
  ['¿Dónde está mi pedido? Tenía que llegar el lunes', 'es'],
  ['أين طلبي؟ كان من المفترض أن يصل يوم الاثنين', 'ar'],
  ['12345', null],
])('the language of %j is %s', (text, language) => {
  expect(languageOf(text)).toBe(language);
});
