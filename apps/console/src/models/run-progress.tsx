import type { TrainingRunView } from '#contracts';
import { Check, CircleX } from 'lucide-react';
import { cx } from '../ui/cx.js';
import { clock, percent } from '../ui/format.js';
import { ProgressBar } from '../ui/progress-bar.js';
import { isRunning } from './queries.js';
import { phases } from './words.js';
import { t } from '../language/t.js';

export function RunProgress({ run }: { run: TrainingRunView }) {
  const done = run.status === 'succeeded';
  const current = done ? phases.length : phases.findIndex(({ phase }) => phase === run.phase);
  const running = isRunning(run);
  return (
    <section aria-label={t('Progress')} className="rounded-2xl border border-line bg-surface p-4">
      <div className="mb-2 flex items-baseline justify-between text-compact">
        <span className="font-medium">
          {run.status === 'queued' ? t('Waiting for its turn') : (phases[current]?.about ?? t('Finished'))}
        </span>
        <span className="figures text-muted">
          {running && run.secondsLeft !== null && `${t('{time} left', { time: clock(run.secondsLeft * 1000) })} · `}
          {percent(done ? 1 : run.progress)}
        </span>
      </div>
      <ProgressBar label={t('Training progress')} value={done ? 1 : run.progress} idle={!running && !done} />
      <ol className="mt-4 grid grid-cols-2 gap-2 sm:grid-cols-3 md:grid-cols-6">
        {phases.map(({ phase, title }, index) => {
          const stopped = index === current && !running && !done;
          return (
            <li
              key={phase}
              aria-current={index === current && running ? 'step' : undefined}
              className={cx('flex items-center gap-2 text-compact', index === current ? 'font-semibold' : 'text-muted')}
            >
              <span
                aria-hidden
                className={cx(
                  'figures flex size-5.5 shrink-0 items-center justify-center rounded-full text-xs font-semibold',
                  index < current && 'bg-accent text-on-accent',
                  index === current &&
                    (stopped ? 'bg-bad-soft text-bad' : 'bg-accent-soft text-accent-ink outline-2 outline-accent'),
                  index > current && 'bg-hover text-muted',
                )}
              >
                {index < current ? <Check size={13} /> : stopped ? <CircleX size={13} /> : index + 1}
              </span>
              {title}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
