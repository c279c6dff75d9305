import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSafetensors, writeSafetensors } from './safetensors.js';
import { argmax, intentShares } from './signal.js';
import { fitWordModel, fromTensors, toTensors, wordScores } from './word-model.js';

const rows = [
  ...['where is my parcel', 'track parcel 12', 'parcel tracking please', 'where is the parcel now'],
  ...['refund please', 'I want a refund', 'refunds take how long', 'give me my refund'],
].map((text) => ({ text }));
const targets = [0, 0, 0, 0, 1, 1, 1, 1];
const words = await fitWordModel(rows, targets, { intents: 2, seed: 1 });

describe('the word model', () => {
  it('knows words, their forms and misspellings, as log probabilities', () => {
    expect(argmax(wordScores(words, 'my parcl is missing'))).toBe(0);
    expect(argmax(wordScores(words, 'refunding?'))).toBe(1);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const total = wordScores(words, text).reduce((sum, log) => sum + Math.exp(log), 0);
        expect(total).toBeCloseTo(1, 6);
      }),
    );
  });

  it('says the same after it was written and read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'words-'));
    const file = join(folder, 'words.safetensors');
    writeSafetensors(file, toTensors(words));
    expect(wordScores(fromTensors(readSafetensors(file)), 'parcel?')).toEqual(wordScores(words, 'parcel?'));
    rmSync(folder, { recursive: true });
  });

  it('takes no part of out-of-scope rows', async () => {
    const withOthers = await fitWordModel([...rows, { text: 'refund of the moon' }], [...targets, null], {
      intents: 2,
      seed: 1,
    });
    expect(wordScores(withOthers, 'refund')).toEqual(wordScores(words, 'refund'));
  });
});

describe('shares of encoder and words', () => {
  const signal = { logits: [2, 0], words: [Math.log(0.1), Math.log(0.9)] };
  it.each([
    [0, 0],
    [1, 1],
  ])('word share %d leaves the choice to one of them', (share, chosen) => {
    expect(argmax(intentShares(signal, share))).toBe(chosen);
  });

  it('in between they are a geometric mean', () => {
    const [a, b] = intentShares(signal, 0.5);
    expect(a! / b!).toBeCloseTo(Math.sqrt(Math.exp(2) * (0.1 / 0.9)), 6);
    expect(a! + b!).toBeCloseTo(1, 9);
  });
});
