import { describe, expect, it } from 'vitest';
import { afterPrevious, modelInput, type Around } from './previous-message.js';

describe('what a model meets of a message', () => {
  it.each<[string, Around, object]>([
    ['where is it', {}, { text: 'where is it' }],
    ['where is it', { previous: null, asked: true, about: 'where is it' }, { text: 'where is it' }],
    ['ring 07700 900123', { previous: 'order 20455' }, { text: 'ring number', previous: 'order number' }],
    ['late', { previous: 'order 20455', asked: true }, { text: 'late', previous: 'order number', asked: true }],
    ['not 20455, 20456', { about: '20456' }, { text: 'not number, number', about: 'number' }],
  ])('%s with %j', (text, around, expected) => expect(modelInput(text, around)).toEqual(expected));
});

describe('a message after the one before it', () => {
  it.each<[string, string | undefined, string | null]>([
    ['the grey one', 'can I send it back', 'can I send it back the grey one'],
    ['the grey one', `${'so '.repeat(40)}can I send it back`, `${'so '.repeat(19)}can I send it back the grey one`],
    ['the grey one', undefined, null],
  ])('%s', (text, previous, expected) => expect(afterPrevious({ text, previous })).toBe(expected));
});
