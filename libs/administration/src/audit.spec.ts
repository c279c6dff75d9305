import { expect, it } from 'vitest';
import { differences } from './audit.js';

it.each([
  ['one field of two', { a: 1, b: 2 }, { a: 1, b: 3 }, { before: { b: 2 }, after: { b: 3 } }],
  ['lists by what is in them', { a: [1] }, { a: [1] }, null],
  ['times by their instant', { at: new Date(5) }, { at: new Date(5) }, null],
  ['a field that is new', {}, { a: 1 }, { before: { a: null }, after: { a: 1 } }],
  ['what was made', undefined, { a: 1 }, { after: { a: 1 } }],
  ['what was removed', { a: 1 }, undefined, { before: { a: 1 } }],
  ['an act that changes no field', undefined, undefined, {}],
])('keeps %s', (_what, before, after, kept) => {
  expect(differences(before, after)).toEqual(kept);
});
