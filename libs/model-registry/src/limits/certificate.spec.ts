import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testedConfidenceLevels, testedRisks, type RiskLimits } from '#contracts';
import { thresholdOf } from '#decision';
import { certificationOf, servingRule, type Certificate } from './certificate.js';

const present: RiskLimits = { riskLimit: 0.05, confidenceLevel: 0.9, certifiedOnly: false };
const at = (riskLimit: number, confidenceLevel: number, threshold: number | null): Certificate => ({
  limits: { riskLimit, confidenceLevel },
  result:
    threshold === null
      ? { state: 'too_few_labels', missingLabels: 40 }
      : { state: 'certified', threshold, coverage: 0.7 },
});

describe('what a version serves by', () => {
  it.each<[string, Certificate[], Partial<RiskLimits>, { certified: number | null; least: number }]>([
    ['the limits that were tested', [at(0.05, 0.9, 0.8)], {}, { certified: 0.8, least: 0 }],
    ['stricter ones', [at(0.02, 0.95, 0.8)], {}, { certified: 0.8, least: 0 }],
    ['several stricter ones: the laxest', [at(0.02, 0.9, 0.9), at(0.05, 0.95, 0.8)], {}, { certified: 0.8, least: 0 }],
    ['a laxer one, none of its own', [at(0.05, 0.9, null), at(0.05, 0.5, 0.95)], {}, { certified: null, least: 0.95 }],
    [
      'several laxer ones: the strictest',
      [at(0.05, 0.5, 0.95), at(0.2, 0.5, 0.6)],
      {},
      { certified: null, least: 0.95 },
    ],
    ['a higher risk at more certainty', [at(0.1, 0.95, 0.8)], {}, { certified: null, least: 0.8 }],
    ['certified thresholds only', [at(0.1, 0.9, 0.8)], { certifiedOnly: true }, { certified: null, least: 0.8 }],
    ['none certified', [at(0.05, 0.9, null)], {}, { certified: null, least: 0 }],
    ['never tested', [], {}, { certified: null, least: 0 }],
  ])('%s', (_, table, changed, expected) => {
    const limits = { ...present, ...changed };
    expect(servingRule(table, limits)).toMatchObject({ ...expected, certifiedOnly: limits.certifiedOnly });
  });

  it.each<[string, Certificate[], number | null]>([
    ['what is certified at twice the risk', [at(0.05, 0.9, 0.9), at(0.1, 0.9, 0.7)], 0.7],
    ['at most at that', [at(0.05, 0.9, 0.9), at(0.2, 0.9, 0.6)], 0.9],
    ['nothing, where nothing is', [at(0.2, 0.9, 0.6)], null],
  ])('likely answers are held to %s', (_, table, likely) =>
    expect(servingRule(table, present)).toMatchObject({ likely }),
  );

  it('is monotone in both limits, on the grid and off it, whatever was certified', () => {
    const risk = fc.oneof(fc.constantFrom(...testedRisks), fc.double({ min: 0.001, max: 0.5, noNaN: true }));
    const level = fc.oneof(
      fc.constantFrom(...testedConfidenceLevels),
      fc.double({ min: 0.5, max: 0.999, noNaN: true }),
    );
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const table = fc.array(
      fc.tuple(risk, level, fc.option(share)).map((values) => at(...values)),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(
        ...([table, share, fc.tuple(risk, risk), fc.tuple(level, level), fc.boolean()] as const),
        (certificates, provisional, risks, levels, certifiedOnly) => {
          const serving = (riskLimit: number, confidenceLevel: number) =>
            thresholdOf(provisional, servingRule(certificates, { riskLimit, confidenceLevel, certifiedOnly }));
          const strict = serving(Math.min(...risks), Math.max(...levels));
          const lax = serving(Math.max(...risks), Math.min(...levels));
          expect(lax).toBeLessThanOrEqual(strict);
          expect(lax).toBeGreaterThanOrEqual(0.5);
        },
      ),
      { seed: 1, numRuns: 2_000 },
    );
  });
});

describe('what people are told', () => {
  const table = [at(0.05, 0.9, 0.8), at(0.02, 0.9, null)];
  it.each<[string, Certificate[], number, unknown]>([
    ['the limits that were tested', table, 0.05, table[0]!.result],
    ['refused', table, 0.02, table[1]!.result],
    ['others, which a certificate at stricter ones proves', table, 0.1, { state: 'pending', threshold: 0.8 }],
    ['others, which none proves', table, 0.03, { state: 'pending', threshold: null }],
    ['never tested', [], 0.05, { state: 'pending', threshold: null }],
  ])('%s', (_, certificates, riskLimit, expected) => {
    expect(certificationOf(certificates, { riskLimit, confidenceLevel: 0.9 })).toEqual(expected);
  });
});
