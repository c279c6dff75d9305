import type { Checklist } from '#contracts';
import { Check } from 'lucide-react';
import { NavLink } from 'react-router';
import { cx } from '../ui/cx.js';
import { isDone, steps, type Step } from './steps.js';
import { t } from '../language/t.js';

/** Where one is among the steps, and which are done. On a phone only the present one is named. */
export function ProgressRail({ checklist, current }: { checklist: Checklist | undefined; current: Step }) {
  return (
    <nav aria-label={t('Steps of the set-up')} className="min-w-0 flex-1">
      <ol className="flex items-center justify-center gap-0.5 xl:gap-1.5">
        {steps.map(({ step, title }, index) => {
          const done = isDone(checklist, step);
          const here = step === current.step;
          return (
            <li key={step} className="flex items-center gap-0.5 xl:gap-1.5">
              {index > 0 && <span aria-hidden className={cx('h-px w-1.5 bg-line sm:w-3 xl:w-6')} />}
              <NavLink
                to={`/set-up/${step}`}
                aria-current={here ? 'step' : undefined}
                className={cx(
                  'flex h-8 items-center gap-2 rounded-full text-compact font-medium whitespace-nowrap transition-colors sm:px-1.5',
                  here ? 'text-ink' : 'text-muted hover:bg-hover hover:text-ink',
                )}
              >
                <span
                  aria-hidden
                  className={cx(
                    'figures flex size-6 shrink-0 items-center justify-center rounded-full text-xs font-semibold',
                    done && 'bg-accent text-on-accent',
                    !done && (here ? 'bg-accent-soft text-accent-ink' : 'border border-edge'),
                    here && 'outline-2 outline-offset-2 outline-accent',
                  )}
                >
                  {done ? <Check size={14} strokeWidth={3} /> : index + 1}
                </span>
                <span className={cx(!here && 'sr-only lg:not-sr-only', here && 'sr-only sm:not-sr-only')}>{title}</span>
                {done && <span className="sr-only">{t(', done')}</span>}
              </NavLink>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
