import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActionSlot } from '#contracts';
import { givenSlots } from './given-slots.js';

const slot = (kind: ActionSlot['kind'], choices: string[] = []): ActionSlot => ({
  name: kind,
  kind,
  question: '',
  choices,
});
const reader = { orderNumberPattern: '', locale: 'en', now: new Date('2026-11-26T12:00:00Z') };
const read = (slots: ActionSlot[], text: string, askedFor: string | null = null, locale = 'en') =>
  givenSlots(slots, [{ text, askedFor }], { ...reader, locale });

const sizes = slot('choice', ['Mug', 'Pie dish', 'Dish']);

describe('a value of each kind', () => {
  it.each<[ActionSlot, string, string | null, string | undefined]>([
    [slot('email'), 'It is Jo.Doe+x@Example.COM.', null, 'jo.doe+x@example.com'],
    [slot('email'), '<jo@example.com>', null, 'jo@example.com'],
    [slot('email'), 'jo@localhost', 'email', undefined],
    [slot('email'), 'jo@example,com', 'email', undefined],
    [slot('email'), 'my mail: jo@example.com!!', null, 'jo@example.com'],
    [slot('email'), 'jo@example.com, thanks', null, 'jo@example.com'],
    [slot('email'), '"jo@example.com";', null, 'jo@example.com'],
    [slot('email'), 'mailto:jo@example.com', null, 'jo@example.com'],
    [slot('email'), 'jo @ example.com', 'email', 'jo@example.com'],
    [slot('email'), 'jo at example dot com', 'email', 'jo@example.com'],
    [slot('email'), 'it is jo dot doe at mail dot example dot com.', 'email', 'jo.doe@mail.example.com'],
    [slot('email'), 'jo(at)example.com', null, 'jo@example.com'],
    [slot('email'), 'jo [at] example [dot] com', null, 'jo@example.com'],
    [slot('email'), 'jo punkt doe at example punkt de', 'email', 'jo.doe@example.de'],
    [slot('email'), 'jo arroba example punto com', 'email', 'jo@example.com'],
    [slot('email'), 'jo arobase example point com', 'email', 'jo@example.com'],
    [slot('email'), 'I bought it at your dot com site', null, undefined],
    [slot('email'), 'look at example.com', 'email', undefined],
    [slot('email'), 'jo@@example.com', 'email', undefined],
    [slot('postcode'), 'send it to bs1 4rw please', null, 'BS1 4RW'],
    [slot('postcode'), 'BS14RW', null, 'BS1 4RW'],
    [slot('postcode'), 'K1A 0B1', null, 'K1A 0B1'],
    [slot('postcode'), 'BS1 4RW.', null, 'BS1 4RW'],
    [slot('postcode'), '(bs1-4rw)!', null, 'BS1 4RW'],
    [slot('postcode'), 'EC1A 1BB, London', null, 'EC1A 1BB'],
    [slot('postcode'), 'D-28195 Bremen', 'postcode', '28195'],
    [slot('postcode'), '28195.', 'postcode', '28195'],
    [slot('postcode'), '28195, Bremen', 'postcode', '28195'],
    [slot('postcode'), 'PLZ 28195', null, '28195'],
    [slot('postcode'), 'order 28195', null, undefined],
    [slot('postcode'), '28195', 'postcode', '28195'],
    [slot('postcode'), '90210-1234', 'postcode', '90210-1234'],
    [slot('postcode'), '1012 AB', 'postcode', '1012 AB'],
    [slot('postcode'), 'no idea', 'postcode', undefined],
    [slot('date'), 'it came on 2026-11-03', null, '2026-11-03'],
    [slot('date'), 'on 3/11/2026', null, '2026-11-03'],
    [slot('date'), 'where is it now', null, undefined],
    [slot('date'), 'yesterday', null, undefined],
    [slot('date'), 'on 3 November 2026.', null, '2026-11-03'],
    [slot('date'), '3rd of November, I think', null, '2026-11-03'],
    [slot('date'), '3.11.2026!', 'date', '2026-11-03'],
    [slot('date'), '(03/11/26)', 'date', '2026-11-03'],
    [slot('date'), 'order 1042', null, undefined],
    [slot('date'), 'no idea', 'date', undefined],
    [slot('date'), 'yesterday', 'date', '2026-11-25'],
    [sizes, 'two mugs', null, 'Mug'],
    [sizes, 'the pie dish', null, 'Pie dish'],
    [sizes, 'smuggled', null, undefined],
    [sizes, 'mug or pie dish', null, undefined],
    [slot('choice', ['Skillet', 'Side table']), 'skilet', 'choice', 'Skillet'],
    [slot('choice', ['Skillet', 'Side table']), 'the sied table pls', 'choice', 'Side table'],
    [slot('choice', ['Skillet', 'Side table']), 'is the skilet in', null, 'Skillet'],
    [slot('choice', ['Skillet', 'Towel']), 'is the trowel in', null, undefined],
    [sizes, 'mgu', 'choice', undefined],
    [slot('text'), 'anything', null, undefined],
    [slot('text'), '  the handle\n broke ', 'text', 'the handle broke'],
  ])('%j in %s (asked for %s) -> %s', (wanted, text, askedFor, expected) => {
    expect(read([wanted], text, askedFor)[wanted.name]).toBe(expected);
  });

  it.each([
    ['de', 'am 3. November 2026'],
    ['fr', 'le 3 novembre 2026'],
    ['es', 'el 3 de noviembre de 2026'],
  ])('a date in %s', (locale, text) =>
    expect(read([slot('date')], text, null, locale)).toEqual({ date: '2026-11-03' }),
  );
});

it('takes the newest mention, and one piece of text for one slot only', () => {
  const slots = [slot('order_number'), slot('postcode'), slot('email')];
  const texts = [
    { text: '28195', askedFor: 'postcode' },
    { text: 'sorry, order 10424', askedFor: null },
    { text: 'order 10423, jo@example.com', askedFor: null },
  ];
  expect(givenSlots(slots, texts, reader)).toEqual({
    ...{ order_number: '10424', postcode: '28195', email: 'jo@example.com' },
  });
});

it('finds an address and a number wherever they stand, and breaks on no text', () => {
  const slots = (['order_number', 'email', 'postcode', 'date', 'choice', 'text'] as const).map((kind) =>
    slot(kind, ['Mug']),
  );
  const name = fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/);
  const number = fc.integer({ min: 1000, max: 999_999_999 }).map(String);
  const gap = fc.constantFrom(' ', '\n', ' \u00a0', ', ', '\u200b ');
  fc.assert(
    fc.property(name, number, gap, (user, order, between) => {
      const given = read(slots.slice(0, 3), `order ${order}${between}${user}@example.com`);
      expect(given).toMatchObject({ order_number: order, email: `${user}@example.com` });
    }),
  );
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom(null, ...slots.map((s) => s.name)),
      (text, asked) => {
        for (const value of Object.values(read(slots, text, asked))) expect(value.trim()).not.toBe('');
      },
    ),
    { numRuns: 30 }, // dates take their time
  );
});

it('reads 4,000 characters that make expressions backtrack, which would take for ever', () => {
  const slots = (['order_number', 'email', 'postcode', 'date'] as const).map((kind) => slot(kind));
  for (const piece of ['a', '1', '@', 'a@', '1/', 'order ', '1 ', '.-']) read(slots, piece.repeat(4000 / piece.length));
  expect(read(slots, '')).toEqual({});
});
