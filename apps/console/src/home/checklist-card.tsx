import { maySetUp } from '../session/roles.js';
import type { Checklist } from '#contracts';
import { ArrowRight, Check, ChevronRight, X } from 'lucide-react';
import { Link } from 'react-router';
import { attempt, useConsole } from '../session/console-context.js';
import { useDismissChecklist } from '../set-up/checklist.js';
import { isDone, nextStep, steps } from '../set-up/steps.js';
import { Button, IconButton } from '../ui/button.js';
import { cx } from '../ui/cx.js';
import { Hint } from '../ui/hint.js';
import { t } from '../language/t.js';

/** What is missing. It can be put away, and taken out again while something is missing. */
export function ChecklistCard({ checklist }: { checklist: Checklist }) {
  const mayChange = useConsole((state) => maySetUp(state.me.role));
  const dismiss = useDismissChecklist();
  const next = nextStep(checklist);
  const set = (dismissed: boolean) => void attempt(dismiss.mutateAsync(dismissed));

  if (!mayChange || !next) return null;
  if (checklist.dismissed) {
    return (
      <Button tone="quiet" disabled={dismiss.isPending} onClick={() => set(false)}>
        {t('Show what is left to set up')}
      </Button>
    );
  }
  const done = steps.filter(({ step }) => isDone(checklist, step)).length;
  return (
    <section aria-labelledby="checklist" className="overflow-hidden rounded-2xl border border-line bg-surface">
      <div className="flex items-start gap-3 p-4 pb-3">
        <div className="min-w-0 flex-1">
          <h2 id="checklist" className="font-semibold">
            {done === 0
              ? t('Six steps to a bot that answers')
              : t('{done} of {count} steps done', { done, count: steps.length })}
          </h2>
          <p className="text-compact text-muted">{t('Half an hour altogether. Leave any step and come back to it.')}</p>
        </div>
        <Link
          to={`/set-up/${next.step}`}
          className="inline-flex h-8 items-center gap-1.5 rounded-lg bg-accent px-3 text-compact font-medium text-on-accent hover:bg-accent-hover"
        >
          {done === 0 ? t('Start') : t('Go on')} <ArrowRight size={15} className="rtl:-scale-x-100" aria-hidden />
        </Link>
        <Hint text={t('Put the list away')}>
          <IconButton label={t('Put the list away')} disabled={dismiss.isPending} onClick={() => set(true)}>
            <X size={16} aria-hidden />
          </IconButton>
        </Hint>
      </div>
      <div
        role="progressbar"
        aria-label={t('Set-up')}
        aria-valuenow={done}
        aria-valuemin={0}
        aria-valuemax={steps.length}
        className="flex gap-1 px-4"
      >
        {steps.map(({ step }, index) => (
          <span key={step} className={cx('h-1.5 flex-1 rounded-full', index < done ? 'bg-accent' : 'bg-line')} />
        ))}
      </div>
      <ul className="p-2">
        {steps.map(({ step, title, about, icon: Icon }) => {
          const finished = isDone(checklist, step);
          return (
            <li key={step}>
              <Link
                to={`/set-up/${step}`}
                className="group flex items-center gap-3 rounded-xl px-2 py-2 hover:bg-hover focus-visible:-outline-offset-2"
              >
                <span
                  className={cx(
                    'flex size-8 shrink-0 items-center justify-center rounded-full',
                    finished ? 'bg-accent text-on-accent' : 'bg-accent-soft text-accent-ink',
                  )}
                >
                  {finished ? <Check size={16} strokeWidth={2.5} aria-hidden /> : <Icon size={16} aria-hidden />}
                </span>
                <span className="min-w-0 flex-1">
                  <span className={cx('block text-compact font-medium', finished && 'text-muted')}>
                    {title}
                    {finished && <span className="sr-only">{t(', done')}</span>}
                  </span>
                  <span className="block text-xs text-muted">{about}</span>
                </span>
                <ChevronRight size={16} className="text-faint group-hover:text-ink rtl:-scale-x-100" aria-hidden />
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
