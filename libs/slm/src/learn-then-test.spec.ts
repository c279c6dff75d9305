import { describe, expect, it } from 'vitest';
import { binomialCdf, learnThenTest } from './learn-then-test.js';
import type { Outcome } from './metrics/selective.js';
import { seededRandom, type Random } from './random.js';

/** Traffic whose chance of being right is its confidence. */
function traffic(n: number, random: Random): Outcome[] {
  return Array.from({ length: n }, () => {
    const confidence = Math.sqrt(random.next());
    return { confidence, correct: random.next() < confidence };
  });
}

describe('binomialCdf', () => {
  it.each([
    [0, 10, 0.1, 0.3486784401],
    [5, 10, 0.5, 0.623046875],
    [10, 10, 0.3, 1],
    [50, 2_000, 0.05, 1.2363e-8],
  ])('P(X <= %d) of %d draws at %f', (k, n, p, expected) => {
    expect(binomialCdf(k, n, p)).toBeCloseTo(expected, 9);
  });

  it.each([
    [184, 0.05],
    [462, 0.02],
    [926, 0.01],
  ])('%d messages with 5 errors are just enough for a limit of %f', (n, risk) => {
    expect(binomialCdf(5, n, risk)).toBeLessThanOrEqual(0.1);
    expect(binomialCdf(5, n - 2, risk)).toBeGreaterThan(0.1);
  });
});

describe('learnThenTest', () => {
  const limit = { risk: 0.05, confidence: 0.9 };

  it('keeps its promise in at least 9 of 10 draws, and covers most of what could be covered', () => {
    const random = seededRandom(5);
    // Above t the error is the mean of 1 - c with density 2c: 1 - (2/3)(1 - t^3)/(1 - t^2); 5 % at t = 0.9006..., coverage 1 - t^2.
    const errorAbove = (t: number) => 1 - ((2 / 3) * (1 - t ** 3)) / (1 - t ** 2);
    let broken = 0;
    let coverage = 0;
    for (let draw = 0; draw < 200; draw++) {
      const result = learnThenTest(traffic(4_000, random), limit);
      if (!result.certified) continue;
      if (errorAbove(result.threshold) > limit.risk) broken++;
      coverage += result.coverage / 200;
    }
    expect(broken).toBeLessThanOrEqual(20);
    expect(coverage).toBeGreaterThan(0.7 * (1 - 0.9006 ** 2));
  });

  it('refuses with too few messages, and says how many are missing', () => {
    const spotless = Array.from({ length: 30 }, () => ({ confidence: 0.9, correct: true }));
    expect(learnThenTest(spotless, limit)).toEqual({ certified: false, missing: 24 });
    const enough = Array.from({ length: 54 }, () => ({ confidence: 0.9, correct: true }));
    expect(learnThenTest(enough, limit)).toEqual({ certified: true, threshold: 0.9, coverage: 1 });
  });

  it('refuses when the surest messages are wrong too often; the number missing would do at the same rate', () => {
    const at = (n: number) => Array.from({ length: n }, (_, i) => ({ confidence: 0.9, correct: i % 30 !== 0 }));
    const result = learnThenTest(at(120), limit);
    expect(result).toMatchObject({ certified: false });
    const missing = (result as { missing: number }).missing;
    expect(learnThenTest(at(120 + missing + 30), limit).certified).toBe(true);
  });

  it('says that labels alone will not do when even the best part is worse than the limit', () => {
    const bad = Array.from({ length: 500 }, (_, i) => ({ confidence: 0.9, correct: i % 5 !== 0 }));
    expect(learnThenTest(bad, limit)).toEqual({ certified: false, missing: null });
  });
});
