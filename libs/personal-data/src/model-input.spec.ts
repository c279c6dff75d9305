import { describe, expect, it } from 'vitest';
import { modelInput, type Around } from './model-input.js';

describe('what a model meets of a message', () => {
  it.each<[string, Around, object]>([
    ['where is it', {}, { text: 'where is it' }],
    ['where is it', { previous: null, asked: true, about: 'where is it' }, { text: 'where is it' }],
    ['ring 07700 900123', { previous: 'order 20455' }, { text: 'ring number', previous: 'order number' }],
    ['late', { previous: 'order 20455', asked: true }, { text: 'late', previous: 'order number', asked: true }],
    ['not 20455, 20456', { about: '20456' }, { text: 'not number, number', about: 'number' }],
  ])('%s with %j', (text, around, expected) => expect(modelInput(text, around)).toEqual(expected));
});
