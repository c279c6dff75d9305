import fc from 'fast-check';
import { expect, it } from 'vitest';
import { format, type Block } from './format.js';

const text = (...spans: object[]) => ({ type: 'text', spans });
const list = (ordered: boolean, start: number, ...items: object[][]) => ({ type: 'list', ordered, start, items });

it.each<[string, object[]]>([
  ['Hello', [text({ text: 'Hello' })]],
  ['It is **very** big', [text({ text: 'It is ' }, { text: 'very', bold: true }, { text: ' big' })]],
  ['2 ** 3 ** 4', [text({ text: '2 ** 3 ** 4' })]],
  [
    'You need:\n- a box\n- tape\nThen send it.',
    [
      text({ text: 'You need:' }),
      list(false, 1, [{ text: 'a box' }], [{ text: 'tape' }]),
      text({ text: 'Then send it.' }),
    ],
  ],
  ['1. Open\n2. Close', [list(true, 1, [{ text: 'Open' }], [{ text: 'Close' }])]],
  ['3) Wait', [list(true, 3, [{ text: 'Wait' }])]],
  ['-5 degrees', [text({ text: '-5 degrees' })]],
  [
    'See [our page](https://shop.example/a).',
    [text({ text: 'See ' }, { text: 'our page', href: 'https://shop.example/a' }, { text: '.' })],
  ],
  ['[x](javascript:alert(1))', [text({ text: '[x](javascript:alert(1))' })]],
  ['**https://shop.example**', [text({ text: 'https://shop.example', href: 'https://shop.example', bold: true })]],
  ['a\nb', [text({ text: 'a\nb' })]],
])('%j', (written, blocks) => {
  expect(format(written)).toEqual(blocks);
});

it('links nothing but web addresses, and loses no letter, whatever is written', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('**', '- ', '1. ', '\n', '[', '](', ')', 'https://a.example', 'javascript:x', '*', ' '),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const written = pieces.join('');
      const spans = format(written).flatMap((block: Block) =>
        block.type === 'text' ? block.spans : block.items.flat(),
      );
      for (const { href } of spans) if (href !== undefined) expect(new URL(href).protocol).toMatch(/^https?:$/);
      const letters = (given: string) => given.replace(/[^\p{L}]/gu, '');
      const shown = letters(
        spans.map((span) => span.text + (span.href && span.href !== span.text ? span.href : '')).join(''),
      );
      expect(shown.length).toBeGreaterThanOrEqual(letters(written).length);
    }),
  );
});
