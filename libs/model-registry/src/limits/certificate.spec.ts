import { describe, expect, it } from 'vitest';
import type { RiskLimits } from '#contracts';
import { certificationOf, servingRule, type Certificate } from './certificate.js';

const tested = { riskLimit: 0.05, confidenceLevel: 0.9 };
const certified: Certificate = { limits: tested, result: { state: 'certified', threshold: 0.8, coverage: 0.7 } };
const refused: Certificate = { limits: tested, result: { state: 'too_few_labels', missingLabels: 40 } };

describe('what a version serves by', () => {
  it.each<[string, Certificate | null, Partial<RiskLimits>, number | null]>([
    ['the limits that were tested', certified, {}, 0.8],
    ['a higher risk allowed', certified, { riskLimit: 0.1 }, 0.8],
    ['less certainty wanted', certified, { confidenceLevel: 0.8 }, 0.8],
    ['a lower risk, until it is tested', certified, { riskLimit: 0.01 }, 0.8],
    ['a higher risk at more certainty, until it is tested', certified, { riskLimit: 0.1, confidenceLevel: 0.95 }, 0.8],
    ['a higher risk, certified thresholds only', certified, { riskLimit: 0.1, certifiedOnly: true }, 0.8],
    ['a lower risk, certified thresholds only', certified, { riskLimit: 0.01, certifiedOnly: true }, null],
    ['more certainty, certified thresholds only', certified, { confidenceLevel: 0.99, certifiedOnly: true }, null],
    ['none certified', refused, { riskLimit: 0.1 }, null],
    ['never tested', null, {}, null],
  ])('%s', (_, certificate, changed, threshold) => {
    const limits = { ...tested, certifiedOnly: false, ...changed };
    expect(servingRule(certificate, limits)).toEqual({ certified: threshold, certifiedOnly: limits.certifiedOnly });
  });
});

describe('what people are told', () => {
  it.each<[string, Certificate | null, Partial<RiskLimits>, unknown]>([
    ['the limits that were tested', certified, { certifiedOnly: true }, certified.result],
    ['refused', refused, {}, refused.result],
    ['other limits', certified, { riskLimit: 0.1 }, { state: 'pending', threshold: 0.8 }],
    ['other limits, none certified before', refused, { riskLimit: 0.1 }, { state: 'pending', threshold: null }],
    ['never tested', null, {}, { state: 'pending', threshold: null }],
  ])('%s', (_, certificate, changed, expected) => {
    expect(certificationOf(certificate, { ...tested, certifiedOnly: false, ...changed })).toEqual(expected);
  });
});
