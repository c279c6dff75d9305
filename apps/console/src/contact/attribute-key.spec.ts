import { contactAttribute } from '#contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyFor } from './attribute-key.js';

const attribute = (key: string) => ({ key, title: key, type: 'text' }) as const;

describe('the key of a contact attribute', () => {
  it.each([
    ['Customer since', [], 'customer_since'],
    ['Größe', [], 'gro_e'],
    ['2nd shop', [], 'nd_shop'],
    ['المقاس', [], 'attribute'],
    ['Size', ['size'], 'size_2'],
    ['Size', ['size', 'size_2'], 'size_3'],
  ])('of %j beside %j', (title, taken, key) => {
    expect(keyFor(title, taken.map(attribute))).toBe(key);
  });

  it('is always one that may be saved, and nobody else’s', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), { maxLength: 12 }),
        (titles) => {
          const all = titles.reduce<ReturnType<typeof attribute>[]>(
            (some, title) => [...some, attribute(keyFor(title, some))],
            [],
          );
          expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
          for (const { key } of all) expect(contactAttribute.shape.key.safeParse(key).success).toBe(true);
        },
      ),
    );
  });
});
