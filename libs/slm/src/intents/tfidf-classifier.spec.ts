import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSafetensors, writeSafetensors } from '../encoder/index.js';
import { argmax } from './softmax.js';
import { fitTfidf, tfidfFromTensors, tfidfLogProbabilities, tfidfToTensors } from './tfidf-classifier.js';

const rows = [
  ...['where is my parcel', 'track parcel 12', 'parcel tracking please', 'where is the parcel now'],
  ...['refund please', 'I want a refund', 'refunds take how long', 'give me my refund'],
].map((text) => ({ text }));
const targets = [0, 0, 0, 0, 1, 1, 1, 1];
const tfidf = await fitTfidf(rows, targets, { intents: 2, seed: 1 });

describe('the TF-IDF classifier', () => {
  it('knows words, their forms and misspellings, as log probabilities', () => {
    expect(argmax(tfidfLogProbabilities(tfidf, 'my parcl is missing'))).toBe(0);
    expect(argmax(tfidfLogProbabilities(tfidf, 'refunding?'))).toBe(1);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const total = tfidfLogProbabilities(tfidf, text).reduce((sum, log) => sum + Math.exp(log), 0);
        expect(total).toBeCloseTo(1, 6);
      }),
    );
  });

  it('says the same after it was written and read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tfidf-'));
    const file = join(folder, 'tfidf.safetensors');
    writeSafetensors(file, tfidfToTensors(tfidf));
    expect(tfidfLogProbabilities(tfidfFromTensors(readSafetensors(file)), 'parcel?')).toEqual(
      tfidfLogProbabilities(tfidf, 'parcel?'),
    );
    rmSync(folder, { recursive: true });
  });

  it('takes no part of out-of-scope rows', async () => {
    const withOthers = await fitTfidf([...rows, { text: 'refund of the moon' }], [...targets, null], {
      intents: 2,
      seed: 1,
    });
    expect(tfidfLogProbabilities(withOthers, 'refund')).toEqual(tfidfLogProbabilities(tfidf, 'refund'));
  });
});
