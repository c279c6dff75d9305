import type { ModelMetrics } from '#contracts';
import { describe, expect, it } from 'vitest';
import { comparison, figureOf, figures, type Figure } from './figures.js';

const base: ModelMetrics = {
  n: 1200,
  nOos: 0,
  accuracy: 0.9,
  macroF1: 0.88,
  ece: 0.03,
  aurc: 0.02,
  oosAuroc: null,
  coverageAt5: 0.8,
  coverageAt10: 0.9,
};
const figure = (key: keyof ModelMetrics): Figure => figures.find((entry) => entry.key === key)!;

describe('figures', () => {
  it.each<[keyof ModelMetrics, string]>([
    ['accuracy', '90.0%'],
    ['macroF1', '0.880'],
    ['oosAuroc', '–'],
  ])('writes %s', (key, expected) => {
    expect(figureOf(base, figure(key))).toBe(expected);
    expect(figureOf(null, figure(key))).toBe('–');
  });

  it.each<[keyof ModelMetrics, number, 'better' | 'worse' | null]>([
    ['accuracy', 0.92, 'better'],
    ['accuracy', 0.89, 'worse'],
    ['accuracy', 0.90001, null],
    ['ece', 0.02, 'better'],
    ['ece', 0.05, 'worse'],
    ['oosAuroc', 0.9, null],
    ['n', 2000, null],
  ])('%s of %d is %s', (key, value, expected) => {
    expect(comparison({ ...base, [key]: value }, base, figure(key))).toBe(expected);
  });
});
