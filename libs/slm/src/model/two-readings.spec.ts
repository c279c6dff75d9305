import { describe, expect, it } from 'vitest';
import { areSurelyDifferent, ofBoth, type OneReading } from './two-readings.js';

const reading = (...topK: [string, number][]): OneReading => ({
  ...{ intent: topK[0]![0], confidence: topK[0]![1], oosScore: 0.1 },
  topK: topK.map(([intent, confidence]) => ({ intent, confidence })),
});

describe('a message by itself and after another one', () => {
  it.each<[string, OneReading, boolean]>([
    ['another intent, surely', reading(['exchange', 0.9]), true],
    ['another intent, not surely', reading(['exchange', 0.7]), false],
    ['the same', reading(['delivery', 0.9]), false],
  ])('%s', (_, after, different) => {
    expect(areSurelyDifferent(reading(['delivery', 0.98]), after)).toBe(different);
  });

  it('shares the confidence, and the likelier stays first', () => {
    const alone = reading(['delivery', 0.98], ['exchange', 0.01]);
    const after = { ...reading(['exchange', 0.9], ['sizes', 0.04]), oosScore: 0.3 };
    const both = ofBoth(alone, after);
    expect(both.topK.map(({ intent }) => intent)).toEqual(['delivery', 'exchange']);
    expect(both).toMatchObject({ intent: 'delivery', confidence: 0.49, oosScore: 0.2 });
    expect(both.topK[1]!.confidence).toBeCloseTo(0.455);
  });
});
