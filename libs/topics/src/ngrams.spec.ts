import { describe, expect, it } from 'vitest';
import { sensitiveTopic } from '#contracts';
import { fitNgrams } from './fit-ngrams.js';
import { foldedWords } from './fold.js';
import { ngramLogits, ngramModelFromBytes, ngramModelToBytes } from './ngram-model.js';
import { ngramBuckets } from './ngrams.js';

describe('n-grams', () => {
  it('are each counted once, in whatever order sentences come', () => {
    expect(ngramBuckets(['hot', 'hot'])).toHaveLength(ngramBuckets(['hot']).length + 1);
    expect(ngramBuckets(['red', '.', 'hot'])).toEqual(ngramBuckets(['hot', '.', 'red']));
    expect(ngramBuckets([])).toHaveLength(0);
  });
});

describe('the n-gram model', () => {
  it('learns from words and pieces of them, and nothing where nothing is known', async () => {
    const model = await fitNgrams([
      { text: 'the heater is smouldering', topics: ['fire'] },
      { text: 'the lamp smoulders', topics: ['fire'], unknown: ['legal'] },
      { text: 'the heater is late', topics: [] },
      { text: 'the lamp is nice', topics: [] },
    ]);
    const read = ngramModelFromBytes(ngramModelToBytes(model));
    expect(ngramLogits(['it', 'smouldered'], read).fire).toBeGreaterThan(
      ngramLogits(['it', 'is', 'late'], read).fire + 1,
    );
    expect(ngramLogits(['it', 'smouldered'], read).legal).toBeLessThan(0);
    expect(() => ngramModelFromBytes(new Uint8Array(8))).toThrow('other topics');
  });

  it.each([
    ['mein Konto wurde gehackt', 'fraud'],
    ['je veux mourir ce soir', 'self_harm'],
    ['a reporter here, may I have a coment', 'press'],
  ] as const)('comes with the program: %j is likeliest of %s', (text, topic) => {
    const logits = ngramLogits(foldedWords(text));
    expect(sensitiveTopic.options.toSorted((a, b) => logits[b] - logits[a])[0]).toBe(topic);
  });
});
