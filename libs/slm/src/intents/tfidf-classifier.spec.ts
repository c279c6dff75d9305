import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSafetensors, writeSafetensors } from '../encoder/index.js';
import { argmax } from './softmax.js';
import { fitTfidf, tfidfFromTensors, tfidfOutputs, tfidfToTensors } from './tfidf-classifier.js';

const rows = [
  ...['where is my parcel', 'track parcel 12', 'parcel tracking please', 'where is the parcel now'],
  ...['refund please', 'I want a refund', 'refunds take how long', 'give me my refund'],
].map((text) => ({ text }));
const targets = [0, 0, 0, 0, 1, 1, 1, 1];
const tfidf = await fitTfidf(rows, targets, { intents: 2, seed: 1 });

describe('the TF-IDF classifier', () => {
  it('knows words, their forms and misspellings, as log probabilities', () => {
    expect(argmax(tfidfOutputs(tfidf, 'my parcl is missing').tfidf)).toBe(0);
    expect(argmax(tfidfOutputs(tfidf, 'refunding?').tfidf)).toBe(1);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const total = tfidfOutputs(tfidf, text).tfidf.reduce((sum, log) => sum + Math.exp(log), 0);
        expect(total).toBeCloseTo(1, 6);
      }),
    );
  });

  it('says the same after it was written and read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tfidf-'));
    const file = join(folder, 'tfidf.safetensors');
    writeSafetensors(file, tfidfToTensors(tfidf));
    expect(tfidfOutputs(tfidfFromTensors(readSafetensors(file)), 'parcel?')).toEqual(tfidfOutputs(tfidf, 'parcel?'));
    rmSync(folder, { recursive: true });
  });

  it('learns what is out of scope, and which intent a message has if it has one', async () => {
    const others = ['are there any jobs', 'any jobs going', 'do you have jobs for students'];
    const own = await fitTfidf(
      [...rows, ...others.map((text) => ({ text }))],
      [...targets, ...others.map(() => null)],
      {
        intents: 2,
        seed: 1,
      },
    );
    expect(tfidfOutputs(own, 'jobs at the weekend').tfidfOutOfScope).toBeGreaterThan(0);
    const refund = tfidfOutputs(own, 'a refund for those jobs');
    expect(refund.tfidf).toHaveLength(2);
    expect(argmax(refund.tfidf)).toBe(1);
    expect(tfidfOutputs(own, 'refund').tfidfOutOfScope).toBeLessThan(0);
    expect(tfidfOutputs(tfidf, 'jobs at the weekend').tfidfOutOfScope).toBeLessThan(0);
  });
});
