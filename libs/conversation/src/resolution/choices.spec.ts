import fc from 'fast-check';
import { expect, it } from 'vitest';
import { choicesOf, choicesOnScreen, isDrawn, onScreen } from './choices.js';

const ranked = [0.4, 0.3, 0.2, 0.1].map((confidence, n) => ({ intent: `i${n}`, confidence }));

it.each([
  ['the best three and none of our topics', ranked, 0.39, ['i0', 'i1', 'i2', null]],
  ['none of our topics first where that is likelier', ranked, 0.41, [null, 'i0', 'i1', 'i2']],
  ['nothing but that where no model has read it', [], 0, [null]],
])('shows %s', (_, intents, oosScore, shown) => {
  expect(choicesOf(intents, oosScore).map(({ intent }) => intent)).toEqual(shown);
});

it('draws a tenth of the episodes, the same ones whenever it is asked', () => {
  const ids = Array.from({ length: 5_000 }, (_, n) => `episode ${n}`);
  const drawn = ids.filter(isDrawn);
  expect(drawn.length / ids.length).toBeCloseTo(0.1, 1);
  expect(ids.filter(isDrawn)).toEqual(drawn);
  const choices = choicesOf(ranked, 0);
  const first = drawn.filter((id) => onScreen(choices, id)[0]!.intent === 'i0').length;
  expect(first / drawn.length).toBeCloseTo(0.25, 1);
});

it('shows each choice once, in the model’s order unless it is drawn', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.subarray(ranked), fc.double({ min: 0, max: 1, noNaN: true }), (id, intents, oosScore) => {
      const choices = choicesOf(intents, oosScore);
      const shown = onScreen(choices, id);
      expect(new Set(shown)).toEqual(new Set(choices));
      if (!isDrawn(id)) expect(shown).toEqual(choices);
    }),
  );
});

it('gives no place to an intent that is gone, drawn or not', () => {
  const known = new Set(['i0', 'i2', 'i3']);
  for (let n = 0; n < 200; n++) {
    const shown = choicesOnScreen({ ranked, oosScore: 0 }, known, `episode ${n}`).map(({ intent }) => intent);
    expect(new Set(shown)).toEqual(new Set(['i0', 'i2', 'i3', null]));
  }
});
