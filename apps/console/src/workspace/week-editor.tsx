import { Plus, X } from 'lucide-react';
import { IconButton } from '../ui/button.js';
import { cx } from '../ui/cx.js';
import { CopyMenu } from './copy-menu.js';
import { days, problemOf, spansOf, type Span } from './opening.js';
import { SpanFields } from './span-fields.js';
import { t } from '../language/t.js';

/** A row a day, with as many spans as it needs. */
export function WeekEditor({
  week,
  onChange,
  disabled,
}: {
  week: Span[];
  onChange: (week: Span[]) => void;
  disabled: boolean;
}) {
  const replace = (day: number, spans: Span[]) => onChange([...week.filter((span) => span.day !== day), ...spans]);
  /** Copies a day's spans to others. */
  const copy = (day: number, to: number[]) => {
    const spans = spansOf(week, day);
    const others = to.filter((other) => other !== day);
    onChange([
      ...week.filter((span) => !others.includes(span.day)),
      ...others.flatMap((other) => spans.map((span) => ({ ...span, day: other }))),
    ]);
  };
  return (
    <div className="divide-y divide-line rounded-xl border border-line">
      {days.map((name, index) => {
        const day = index + 1;
        const spans = week.filter((span) => span.day === day);
        const problem = problemOf(spans);
        const last = spansOf(spans, day).at(-1);
        return (
          <div
            key={day}
            role="group"
            aria-label={name}
            className="grid grid-cols-[1fr_auto] gap-x-3 px-3 py-2 sm:grid-cols-[5.5rem_1fr_auto]"
          >
            <span
              className={cx(
                'col-start-1 row-start-1 pt-1.5 text-compact',
                spans.length > 0 ? 'font-medium' : 'text-muted',
              )}
            >
              {name}
            </span>
            <div className="col-span-2 col-start-1 row-start-2 min-w-0 space-y-1.5 sm:col-span-1 sm:col-start-2 sm:row-start-1">
              {spans.length === 0 && <p className="pt-1.5 text-compact text-muted">{t('Closed')}</p>}
              {spans.map((span, place) => (
                <div key={place} className="flex items-center gap-1.5">
                  <SpanFields
                    label={t('{name}, span {place}', { name, place: place + 1 })}
                    from={span.from}
                    to={span.to}
                    onChange={(times) => replace(day, spans.with(place, { day, ...times }))}
                  />
                  {!disabled && (
                    <IconButton
                      label={t('Remove {name}, span {place}', { name, place: place + 1 })}
                      onClick={() => replace(day, spans.toSpliced(place, 1))}
                    >
                      <X size={15} aria-hidden />
                    </IconButton>
                  )}
                </div>
              ))}
              {problem && (
                <p role="alert" className="text-xs text-bad">
                  {problem}
                </p>
              )}
            </div>
            {!disabled && (
              <div className="col-start-2 row-start-1 flex sm:col-start-3">
                <IconButton
                  label={t('Add hours on {name}', { name })}
                  disabled={last?.to === '24:00' || spans.length === 4}
                  onClick={() => replace(day, [...spans, { day, ...following(last) }])}
                >
                  <Plus size={16} aria-hidden />
                </IconButton>
                <CopyMenu day={name} onCopy={(to) => copy(day, to)} />
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** What a new span is at first: a usual day, or the hours after the last one. */
function following(last: Span | undefined): { from: string; to: string } {
  if (!last) return { from: '09:00', to: '17:00' };
  const hour = Number(last.to.slice(0, 2)) + 1;
  const at = (of: number) => `${String(Math.min(24, of)).padStart(2, '0')}:00`;
  return { from: at(Math.min(23, hour)), to: at(hour + 4) };
}
