import { describe, expect, it } from 'vitest';
import { afterPrevious } from './previous-message.js';

describe('a message after the one before it', () => {
  it.each<[string, string | undefined, string | null]>([
    ['the grey one', 'can I send it back', 'can I send it back | the grey one'],
    ['the grey one', `${'so '.repeat(40)}can I send it back`, `${'so '.repeat(19)}can I send it back | the grey one`],
    ['the grey one', undefined, null],
  ])('%s', (text, previous, expected) => expect(afterPrevious({ text, previous })).toBe(expected));
});
