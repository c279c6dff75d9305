import { describe, expect, it } from 'vitest';
import { auxiliaryLabels, auxiliaryProbabilities, targetsOf, type AuxiliaryLabel } from './auxiliary-head.js';
import { fitAuxiliary } from './fit-auxiliary.js';

/** Points on a circle: fire lies east, upset lies north. */
const angles = [0, 10, 20, 45, 80, 90, 100, 180, 190, 200, 225, 250, 270];
const unit = Float32Array.from(
  angles.flatMap((degrees) => [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]),
);
const targets = angles.map((degrees) =>
  targetsOf(
    [...(degrees <= 45 ? (['fire'] as const) : []), ...(degrees >= 45 && degrees <= 100 ? (['upset'] as const) : [])],
    ['fraud'],
  ),
);

describe('the auxiliary head', () => {
  it('tells labels apart, several at once', async () => {
    const head = await fitAuxiliary({ unit, width: 2 }, targets);
    const p = (row: number, label: AuxiliaryLabel) =>
      auxiliaryProbabilities(head, unit, row)[auxiliaryLabels.indexOf(label)]!;
    expect(p(0, 'fire')).toBeGreaterThan(0.9);
    expect(p(0, 'upset')).toBeLessThan(0.1);
    expect(p(5, 'upset')).toBeGreaterThan(0.9);
    expect(p(8, 'fire')).toBeLessThan(0.1);
    expect(p(3, 'fire')).toBeGreaterThan(0.5);
    expect(p(3, 'upset')).toBeGreaterThan(0.5);
  });

  it('learns nothing where nothing is known', async () => {
    const head = await fitAuxiliary({ unit, width: 2 }, targets);
    expect(auxiliaryProbabilities(head, unit, 0)[auxiliaryLabels.indexOf('fraud')]).toBe(0.5);
  });

  it('comes out the same again', async () => {
    expect(await fitAuxiliary({ unit, width: 2 }, targets)).toEqual(await fitAuxiliary({ unit, width: 2 }, targets));
  });
});
