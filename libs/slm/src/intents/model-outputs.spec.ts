import { describe, expect, it } from 'vitest';
import { ensembleProbabilities } from './model-outputs.js';
import { argmax } from './softmax.js';

describe('the ensemble of encoder and TF-IDF classifier', () => {
  const outputs = { logits: [2, 0], tfidf: [Math.log(0.1), Math.log(0.9)], similarity: [0.9], neighbours: [1] };
  const weighted = (ensembleWeight: number) => ensembleProbabilities(outputs, { ensembleWeight, neighbourWeight: 0 });

  it.each([
    [0, 0],
    [1, 1],
  ])('leaves the choice to one of them at a weight of %d', (weight, chosen) => {
    expect(argmax(weighted(weight))).toBe(chosen);
  });

  it('is a geometric mean in between', () => {
    const [a, b] = weighted(0.5);
    expect(a! / b!).toBeCloseTo(Math.sqrt(Math.exp(2) * (0.1 / 0.9)), 6);
    expect(a! + b!).toBeCloseTo(1, 9);
  });
});

describe('the nearest rows', () => {
  const even = { logits: [0, 0, 0], tfidf: [0, 0, 0] };
  const withNeighbours = (similarity: number[], neighbours: number[]) =>
    ensembleProbabilities({ ...even, similarity, neighbours }, { ensembleWeight: 0.3, neighbourWeight: 0.5 });

  it('decide where nothing else does, the nearer the more', () => {
    const [none, one, two] = withNeighbours([0.9, 0.85], [2, 1]);
    expect(two! > one! && one! > none!).toBe(true);
    expect(two! + one! + none!).toBeCloseTo(1, 9);
  });

  it('count by how near they are and how many agree', () => {
    expect(argmax(withNeighbours([0.9, 0.89, 0.88], [0, 1, 1]))).toBe(1);
    expect(argmax(withNeighbours([0.9, 0.7, 0.7], [0, 1, 1]))).toBe(0);
  });

  it('do not outvote an encoder that is sure', () => {
    const sure = { logits: [6, 0, 0], tfidf: [0, 0, 0], similarity: [0.9, 0.9], neighbours: [1, 1] };
    expect(argmax(ensembleProbabilities(sure, { ensembleWeight: 0, neighbourWeight: 0.5 }))).toBe(0);
  });
});
