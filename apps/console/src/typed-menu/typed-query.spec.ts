import { describe, expect, it } from 'vitest';
import { typedQuery } from './typed-query.js';

describe('what is typed after a trigger', () => {
  it.each([
    ['/', 1, { from: 0, query: '' }],
    ['/Re', 3, { from: 0, query: 're' }],
    ['Hello /ref and more', 10, { from: 6, query: 'ref' }],
    ['Line\n/x', 7, { from: 5, query: 'x' }],
    ['and/or', 6, null],
    ['https://shop', 12, null],
    ['/ref done', 9, null],
    ['/ref', 0, null],
    ['@ann', 4, null],
  ])('in %j at %i', (text, caret, found) => {
    expect(typedQuery(text, caret, '/')).toEqual(found);
  });

  it('takes an address for none', () => {
    expect(typedQuery('ann@shop', 8, '@')).toBeNull();
    expect(typedQuery('ask @An', 7, '@')).toEqual({ from: 4, query: 'an' });
  });
});
