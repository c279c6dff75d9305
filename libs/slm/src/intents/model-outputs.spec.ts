import { describe, expect, it } from 'vitest';
import { ensembleProbabilities } from './model-outputs.js';
import { argmax } from './softmax.js';

describe('the ensemble of encoder and TF-IDF classifier', () => {
  const outputs = { logits: [2, 0], tfidf: [Math.log(0.1), Math.log(0.9)] };
  it.each([
    [0, 0],
    [1, 1],
  ])('leaves the choice to one of them at a weight of %d', (weight, chosen) => {
    expect(argmax(ensembleProbabilities(outputs, weight))).toBe(chosen);
  });

  it('is a geometric mean in between', () => {
    const [a, b] = ensembleProbabilities(outputs, 0.5);
    expect(a! / b!).toBeCloseTo(Math.sqrt(Math.exp(2) * (0.1 / 0.9)), 6);
    expect(a! + b!).toBeCloseTo(1, 9);
  });
});
