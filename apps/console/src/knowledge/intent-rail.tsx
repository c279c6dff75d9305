import type { IntentRow } from '#contracts';
import { CircleCheck, Circle } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { cx } from '../ui/cx.js';
import { formatLocale, t } from '../language/t.js';

/** How far one is, and every intent to jump to. On narrow windows only the former. */
export function IntentRail({
  intents,
  current,
  isApproved,
  onChoose,
}: {
  intents: IntentRow[];
  current: IntentRow;
  isApproved: (intent: IntentRow) => boolean;
  onChoose: (id: string) => void;
}) {
  const approved = intents.filter(isApproved).length;
  const here = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'nearest' });
  }, [current.id]);
  return (
    <nav aria-label={t('Intents')} className="xl:sticky xl:top-4">
      <p className="figures text-compact font-semibold" role="status">
        {t('{approved} of {count} approved', { approved, count: intents.length })}
      </p>
      <div
        role="progressbar"
        aria-label={t('Approved answers')}
        aria-valuenow={approved}
        aria-valuemax={intents.length}
        className="mt-2 h-1.5 overflow-hidden rounded-full bg-line"
      >
        <div
          className="h-full rounded-full bg-accent transition-[width]"
          style={{ width: `${(approved / intents.length) * 100}%` }}
        />
      </div>
      <ul className="mt-3 hidden max-h-[calc(100dvh-17rem)] space-y-0.5 overflow-y-auto xl:block">
        {intents.map((intent) => {
          const done = isApproved(intent);
          return (
            <li key={intent.id}>
              <button
                ref={intent.id === current.id ? here : undefined}
                type="button"
                aria-current={intent.id === current.id || undefined}
                onClick={() => onChoose(intent.id)}
                className={cx(
                  'flex w-full items-center gap-2 rounded-lg px-2 py-1.5 text-start text-compact focus-visible:-outline-offset-2',
                  intent.id === current.id
                    ? 'bg-hover font-medium text-ink'
                    : 'text-muted hover:bg-hover hover:text-ink',
                )}
              >
                {done ? (
                  <CircleCheck size={15} className="shrink-0 text-good" aria-label={t('Approved')} />
                ) : (
                  <Circle size={15} className="shrink-0 text-edge" aria-label={t('To do')} />
                )}
                <span className="min-w-0 flex-1 truncate">{intent.title}</span>
                <span className="figures text-xs text-faint">{intent.nExamples.toLocaleString(formatLocale())}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
