import { describe, expect, it } from 'vitest';
import { seededRandom } from '#statistics';
import { fitCalibration, type Audited } from './calibration.js';
import { featureNames, type Features } from './features.js';
import { applyCalibrator } from './logistic-calibrator.js';

const random = seededRandom(5);
const features = (given: Partial<Features>): Features => ({
  ...(Object.fromEntries(featureNames.map((name) => [name, random.next()])) as Features),
  ...given,
});
const around = (centre: number) => centre + 0.3 * (random.next() - 0.5);
const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

const answered = many(200, (i): Audited => {
  const correct = i % 5 > 0;
  return {
    features: features({ nearest: around(0.8), margin: around(correct ? 0.8 : 0.4), entropy: around(0.3) }),
    correct,
    oos: false,
  };
});
/** They lie far from every row, and the length of each gives it away, as it may of a few intents that were left out. */
const pseudoOutOfScope = many(60, () =>
  features({ nearest: around(0.5), margin: around(0.5), entropy: around(0.8), length: 9 }),
);

describe('without real out-of-scope messages', () => {
  it('confidence and out-of-scope score tell messages apart by how near they are, and not by what only the stand-ins have', async () => {
    const { kind, confidence, outOfScope } = await fitCalibration(answered, { pseudoOutOfScope, background: [] });
    expect(kind).toBe('provisional');
    const near = { nearest: 0.8, margin: 0.8, entropy: 0.3, length: 9 };
    const far = { nearest: 0.5, margin: 0.5, entropy: 0.8, length: 1 };
    expect(applyCalibrator(confidence, near)).toBeGreaterThan(0.8);
    expect(applyCalibrator(confidence, far)).toBeLessThan(0.3);
    expect(applyCalibrator(outOfScope, near)).toBeLessThan(0.2);
    expect(applyCalibrator(outOfScope, far)).toBeGreaterThan(0.8);
  });

  it('entropy is read by the out-of-scope score alone', async () => {
    const { confidence, outOfScope } = await fitCalibration(answered, { pseudoOutOfScope, background: [] });
    const sure = { nearest: 0.7, margin: 0.6, entropy: 0.1 };
    const torn = { ...sure, entropy: 0.9 };
    expect(applyCalibrator(confidence, torn)).toBe(applyCalibrator(confidence, sure));
    expect(applyCalibrator(outOfScope, torn)).toBeGreaterThan(applyCalibrator(outOfScope, sure));
  });
});

it('with 30 real out-of-scope messages it is fitted on them and reads everything', async () => {
  const real = many(30, (): Audited => ({
    features: features({ nearest: around(0.8), margin: around(0.8), entropy: around(0.3), outOfScope: 0.95 }),
    correct: false,
    oos: true,
  }));
  const known = answered.map((row) => ({ ...row, features: { ...row.features, outOfScope: around(0.3) } }));
  const { kind, outOfScope } = await fitCalibration([...known, ...real], { pseudoOutOfScope, background: [] });
  expect(kind).toBe('fitted');
  const message = { nearest: 0.8, margin: 0.8, entropy: 0.3 };
  expect(applyCalibrator(outOfScope, { ...message, outOfScope: 0.95 })).toBeGreaterThan(0.5);
  expect(applyCalibrator(outOfScope, { ...message, outOfScope: 0.3 })).toBeLessThan(0.1);
});
