import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { versionText, wordsChanged } from './version-text.js';

describe('versionText', () => {
  it('tells action, table and text', () => {
    const conditions = [{ variable: 'status', operator: 'is', value: 'shipped', text: 'On its way.' } as const];
    expect(versionText({ text: 'We look.', conditions, actionId: 'a' }, () => 'Order status')).toBe(
      'Action: Order status\n\nIf status is shipped:\nOn its way.\n\nElse:\nWe look.',
    );
    expect(versionText({ text: 'We look.', conditions: [], actionId: null }, () => '')).toBe('We look.');
  });
});

describe('wordsChanged', () => {
  it('marks words', () => {
    expect(wordsChanged('within 14 days', 'within 30 days')).toEqual([
      { kind: 'same', text: 'within ' },
      { kind: 'removed', text: '14' },
      { kind: 'added', text: '30' },
      { kind: 'same', text: ' days' },
    ]);
  });

  it('holds both versions whole', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const parts = wordsChanged(before, after);
        const without = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });
});
