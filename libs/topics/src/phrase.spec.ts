import { describe, expect, it } from 'vitest';
import { PhraseIndex } from './phrase-index.js';
import { parsePhrase } from './phrase.js';

const words = (text: string) => text.split(' ');

describe('a phrase', () => {
  it.each([
    ['set fire|alight', 'they set fire to it', true],
    ['set fire|alight', 'they set alight', true],
    ['set fire', 'they set a fire', false],
    ['my [own] lawyer*', 'call my lawyers', true],
    ['my [own] lawyer*', 'call my own lawyer', true],
    ['my [own] lawyer*', 'call my dear lawyer', false],
    ['smoke .. out', 'smoke out', true],
    ['smoke .. out', 'smoke came from it out', true],
    ['smoke .. out', 'smoke one two three four out', false],
    ['smoke .. out', 'smoke . out', false],
    ['broke <whose> <body>', 'he broke my arm', true],
    ['broke <whose|a> <body>', 'he broke a leg', true],
    ['broke <whose> <body>', 'he broke my vase', false],
  ])('%j in %j: %j', (phrase, text, stands) => {
    const index = new PhraseIndex<string>();
    index.add(parsePhrase(phrase, { whose: 'my|his', body: 'arm|leg' }), phrase);
    expect([...index.find(words(text))].length > 0).toBe(stands);
  });

  it('is one word at each place', () => {
    expect(() => parsePhrase('caught|on fire|alight now')).not.toThrow();
    expect(() => parsePhrase('fire! now')).toThrow('not one word');
    expect(() => new PhraseIndex().add(parsePhrase('[own] lawyer'), 1)).toThrow('begins with a word');
    expect(() => new PhraseIndex().add(parsePhrase('la* x'), 1)).toThrow('too short');
  });
});
