import fc from 'fast-check';
import { expect, it } from 'vitest';
import { typicalReplies } from './typical-replies.js';

it('puts what most replies say first, once, with how many say it', () => {
  const replies = [
    'You can send it back within 30 days, the label is in the box.',
    'Sorry about the weather!',
    'You can send it back within 30 days. The label is in the box!',
    'Hi, you can send it back within 30 days, and the label is in the box.',
    'Refunds take five working days after the parcel has arrived.',
    'A refund takes five working days after the parcel arrived.',
  ];
  const typical = typicalReplies(replies);
  expect(typical[0]).toEqual({ text: expect.stringContaining('within 30 days') as string, n: 3 });
  expect(typical[1]).toMatchObject({ text: expect.stringContaining('five working days') as string });
  expect(new Set(typical.map(({ text }) => text)).size).toBe(typical.length);
});

it.each([
  ['no replies', [], []],
  ['nothing but signs', ['…', ''], []],
  ['one reply', ['Gerne!'], [{ text: 'Gerne!', n: 1 }]],
  ['the same reply ten times', Array<string>(10).fill('نعم، بالتأكيد'), [{ text: 'نعم، بالتأكيد', n: 10 }]],
])('%s', (_, replies, expected) => {
  expect(typicalReplies(replies)).toEqual(expected);
});

it('shows at most five, all of them real ones, and counts no reply twice', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom(...'ab cd') })), (replies) => {
      const typical = typicalReplies(replies);
      expect(typical.length).toBeLessThanOrEqual(5);
      for (const { text } of typical) expect(replies).toContain(text);
      expect(typical.reduce((sum, { n }) => sum + n, 0)).toBeLessThanOrEqual(replies.length);
    }),
  );
});
