import type { ReactNode } from 'react';
import { cx } from '../ui/cx.js';

const tones = { plain: '', good: 'text-good', warn: 'text-warn', bad: 'text-bad' };

/** One figure to be read from across the room. */
export function WallboardFigure({
  title,
  figure,
  tone = 'plain',
  children,
}: {
  title: string;
  figure: string;
  tone?: keyof typeof tones;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className="rounded-2xl border border-line bg-surface p-5">
      <h2 className="text-base font-medium text-muted">{title}</h2>
      <p
        className={cx(
          'figures text-5xl leading-tight font-semibold tracking-tight whitespace-nowrap 2xl:text-6xl',
          tones[tone],
        )}
      >
        {figure}
      </p>
      <p className="mt-1 text-base text-muted">{children}</p>
    </section>
  );
}
