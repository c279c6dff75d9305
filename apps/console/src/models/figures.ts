import type { ModelMetrics } from '#contracts';
import { percent } from '../ui/format.js';
import { formatLocale, t } from '../language/t.js';

export interface Figure {
  key: keyof ModelMetrics;
  title: string;
  about: string;
  format: (value: number) => string;
  better: 'higher' | 'lower';
}

const whole = (value: number) => value.toLocaleString(formatLocale());
const share = (value: number) => percent(value, 1);
/** With so many digits after the point, zeros too. */
export const fraction = (value: number, digits = 3) =>
  value.toLocaleString(formatLocale(), { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** The figures of a version, in the order of the table. */
export const figures: Figure[] = [
  {
    key: 'n',
    title: t('Rows'),
    about: t('Messages it was measured on. None of them was trained on.'),
    format: whole,
    better: 'higher',
  },
  {
    key: 'accuracy',
    title: t('Accuracy'),
    about: t('Share of messages whose intent it got right.'),
    format: share,
    better: 'higher',
  },
  {
    key: 'macroF1',
    title: 'Macro-F1',
    about: t('Precision and recall, every intent counted alike.'),
    format: (value) => fraction(value),
    better: 'higher',
  },
  {
    key: 'ece',
    title: 'ECE',
    about: t('Calibration error: how far its confidence is from how often it is right.'),
    format: (value) => fraction(value),
    better: 'lower',
  },
  {
    key: 'aurc',
    title: 'AURC',
    about: t('Mean share of wrong answers over all thresholds.'),
    format: (value) => fraction(value),
    better: 'lower',
  },
  {
    key: 'oosAuroc',
    title: 'OOS AUROC',
    about: t('How well it tells messages it should not answer from those it should.'),
    format: (value) => fraction(value),
    better: 'higher',
  },
  {
    key: 'coverageAt5',
    title: t('Cover @ 5%'),
    about: t('Share of messages it can answer by itself with at most 5 % of them wrong.'),
    format: share,
    better: 'higher',
  },
];

export function figureOf(metrics: ModelMetrics | null, figure: Figure): string {
  const value = metrics?.[figure.key];
  return value === null || value === undefined ? '–' : figure.format(value);
}

/** How `metrics` stands to `base` in one figure: null where it cannot be said or makes no difference on screen. */
export function comparison(
  metrics: ModelMetrics | null,
  base: ModelMetrics | null,
  figure: Figure,
): 'better' | 'worse' | null {
  const [value, other] = [metrics?.[figure.key], base?.[figure.key]];
  if (figure.key === 'n' || typeof value !== 'number' || typeof other !== 'number') return null;
  if (figure.format(value) === figure.format(other)) return null;
  return value > other === (figure.better === 'higher') ? 'better' : 'worse';
}
