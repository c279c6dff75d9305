import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialCdf } from './binomial.js';
import { learnThenTest } from './learn-then-test.js';
import { seededRandom, type Random } from './random.js';
import type { Outcome } from './selective.js';

/** Traffic whose chance of being right is its confidence, which has the density a c^(a - 1). */
function traffic(n: number, a: number, random: Random): Outcome[] {
  return Array.from({ length: n }, () => {
    const confidence = random.next() ** (1 / a);
    return { confidence, correct: random.next() < confidence };
  });
}

/** Share of it that is wrong above a threshold. */
function errorAbove(threshold: number, a: number): number {
  return 1 - ((a / (a + 1)) * (1 - threshold ** (a + 1))) / (1 - threshold ** a);
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

  it.each([
    { what: 'most of the traffic can be answered', a: 10, possible: 1 - 0.8761 ** 10, covered: 0.89 },
    { what: 'less than a fifth can', a: 2, possible: 1 - 0.8983 ** 2, covered: 0.4 },
  ])('keeps its promise in at least 9 of 10 draws where $what', ({ a, possible, covered }) => {
    expect(errorAbove((1 - possible) ** (1 / a), a)).toBeCloseTo(limit.risk, 3);
    const random = seededRandom(5);
    let broken = 0;
    let coverage = 0;
    for (let draw = 0; draw < 100; draw++) {
      const result = learnThenTest(traffic(4_000, a, random), limit);
      if (!result.certified) continue;
      if (errorAbove(result.threshold, a) > limit.risk) broken++;
      coverage += result.coverage / 100;
    }
    expect(broken).toBeLessThanOrEqual(10);
    expect(coverage).toBeGreaterThan(covered * possible);
  });

  it.each([
    { risk: 0.02, confidence: 0.95 },
    { risk: 0.1, confidence: 0.5 },
    { risk: 0.2, confidence: 0.8 },
  ])(
    'keeps it at other limits, where all of the traffic is as bad as the limit allows: $risk, $confidence',
    (limit) => {
      const random = seededRandom(7);
      let broken = 0;
      for (let draw = 0; draw < 400; draw++) {
        const messages = Array.from({ length: draw % 2 ? 150 : 400 }, () => ({
          confidence: random.next(),
          correct: random.next() >= limit.risk + 1e-6,
        }));
        if (learnThenTest(messages, limit).certified) broken++;
      }
      const allowed = 1 - limit.confidence;
      expect(broken / 400).toBeLessThan(allowed + 2 * Math.sqrt((allowed * limit.confidence) / 400));
    },
  );

  it('is monotone: a laxer limit never gives a stricter threshold', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const outcome = fc.record({
      // Both spread confidences and many equal ones.
      confidence: fc.oneof(share, fc.constantFrom(0.2, 0.5, 0.9)),
      correct: fc.nat(30).map((n) => n > 0),
    });
    const risk = fc.double({ min: 0.005, max: 0.5, noNaN: true });
    const confidence = fc.double({ min: 0.5, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(outcome, { maxLength: 600, size: 'max' }),
        fc.tuple(risk, risk),
        fc.tuple(confidence, confidence),
        (outcomes, risks, confidences) => {
          const strict = { risk: Math.min(...risks), confidence: Math.max(...confidences) };
          const lax = { risk: Math.max(...risks), confidence: Math.min(...confidences) };
          const [ofStrict, ofLax] = [learnThenTest(outcomes, strict), learnThenTest(outcomes, lax)];
          if (!ofStrict.certified) return;
          expect(ofLax).toMatchObject({ certified: true });
          expect((ofLax as typeof ofStrict).threshold).toBeLessThanOrEqual(ofStrict.threshold);
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  it('certifies traffic of which three in a hundred are mislabelled, however sure the model is of them', () => {
    const random = seededRandom(9);
    const draws = Array.from({ length: 100 }, () => {
      const messages = Array.from({ length: 2_000 }, () => ({
        confidence: random.next(),
        correct: random.next() > 0.03,
      }));
      return learnThenTest(messages, limit);
    });
    expect(draws.filter((result) => result.certified && result.coverage > 0.9).length).toBeGreaterThan(80);
  });

  it('refuses with too few messages, and says how many are missing', () => {
    const spotless = (n: number) => Array.from({ length: n }, () => ({ confidence: 0.9, correct: true }));
    expect(learnThenTest(spotless(30), limit)).toEqual({ certified: false, missing: 15 });
    expect(learnThenTest(spotless(45), limit)).toEqual({ certified: true, threshold: 0.9, coverage: 1 });
    expect(learnThenTest([], limit)).toEqual({ certified: false, missing: 57 });
  });

  it('says how many are missing, some of them wrong, whatever the share of wrong ones among the few', () => {
    const wrong = Array.from({ length: 3 }, () => ({ confidence: 0.9, correct: false }));
    expect(learnThenTest(wrong, limit)).toEqual({ certified: false, missing: 42 });
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
