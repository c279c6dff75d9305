import type { ReportFigures } from '#contracts';
import { t } from '../language/t.js';

export type Outcome = 'confirmed' | 'assumed' | 'recontacted' | 'abandoned' | 'handedOff';

/** What became of episodes, the best first, with a colour that is told from its neighbours in light and dark. */
export const outcomes: { key: Outcome & keyof ReportFigures; title: string; colour: string }[] = [
  { key: 'confirmed', title: t('Confirmed'), colour: 'var(--accent)' },
  { key: 'assumed', title: t('Assumed'), colour: 'color-mix(in srgb, var(--accent) 45%, var(--surface))' },
  { key: 'recontacted', title: t('Came back'), colour: 'var(--warn)' },
  { key: 'abandoned', title: t('Went away'), colour: 'color-mix(in srgb, var(--bad) 75%, var(--surface))' },
  { key: 'handedOff', title: t('To people'), colour: 'var(--edge)' },
];
