import { describe, expect, it } from 'vitest';
import { afterPrevious, modelInput } from './previous-message.js';

describe('what a model meets of a message', () => {
  it.each<[string, string | null, object]>([
    ['where is it', null, { text: 'where is it' }],
    ['ring 07700 900123', 'order 20455', { text: 'ring number', previous: 'order number' }],
  ])('%s after %s', (text, previous, expected) => expect(modelInput(text, previous)).toEqual(expected));
});

describe('a message after the one before it', () => {
  it.each<[string, string | undefined, string | null]>([
    ['the grey one', 'can I send it back', 'can I send it back the grey one'],
    ['the grey one', `${'so '.repeat(40)}can I send it back`, `${'so '.repeat(19)}can I send it back the grey one`],
    ['the grey one', undefined, null],
  ])('%s', (text, previous, expected) => expect(afterPrevious({ text, previous })).toBe(expected));
});
