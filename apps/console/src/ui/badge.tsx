import type { ReactNode } from 'react';
import { cx } from './cx.js';

const tones = {
  plain: 'bg-hover text-muted',
  accent: 'bg-accent-soft text-accent-ink',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
};

export function Badge({ tone = 'plain', children }: { tone?: keyof typeof tones; children: ReactNode }) {
  return (
    <span className={cx('inline-flex rounded-full px-2 py-px text-xs font-medium whitespace-nowrap', tones[tone])}>
      {children}
    </span>
  );
}
