import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultAppearance as contractDefault } from '#contracts';
import { contrast, defaultAppearance, palette, textOn } from './appearance.js';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
    ['#ff0000', '#0000ff', 2.15],
  ])('of %s on %s is %f', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });
});

describe('textOn', () => {
  it.each([
    ['#0f6b5c', '#ffffff'],
    ['#ffd400', '#000000'],
    ['#ffffff', '#000000'],
    ['#161815', '#ffffff'],
    ['#777777', '#000000'],
  ])('%s is %s', (ground, text) => expect(textOn(ground)).toBe(text));
});

describe('palette', () => {
  it('leaves an accent that is legible on the panel as it is, and darkens one that is not', () => {
    expect(palette(defaultAppearance)['accent-text']).toBe(defaultAppearance.accent);
    const yellow = palette({ accent: '#ffd400', surface: '#ffffff' });
    expect(yellow.accent).toBe('#ffd400');
    expect(yellow['accent-text']).not.toBe('#ffd400');
    expect(yellow['on-accent']).toBe('#000000');
  });

  it('keeps every text at 4.5:1 and every outline at 3:1, whatever two colours a shop picks', () => {
    fc.assert(
      fc.property(colour, colour, (accent, surface) => {
        const made = palette({ accent, surface });
        for (const value of Object.values(made)) expect(value).toMatch(/^#[0-9a-f]{6}$/);
        expect(contrast(made.accent, made['on-accent'])).toBeGreaterThanOrEqual(4.5);
        for (const ground of [made.bg, made.raised]) {
          for (const name of ['text', 'muted', 'accent-text', 'danger'] as const) {
            expect(contrast(made[name], ground), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
          }
          expect(contrast(made.edge, ground), `edge on ${ground}`).toBeGreaterThanOrEqual(3);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('starts from the same default as the server', () => expect(defaultAppearance).toEqual(contractDefault));
});
