import { useState } from 'react';
import { Button } from '../ui/button.js';
import { cx } from '../ui/cx.js';
import { fieldClass } from '../ui/field.js';
import { Segmented } from '../ui/segmented.js';
import { lastDays, presetOf, presets, problemOf, type ReportRange } from './range.js';
import { t } from '../language/t.js';

/** The last so many days, or days of one's own. */
export function RangePicker({
  range,
  today,
  onChange,
}: {
  range: ReportRange;
  today: string;
  onChange: (range: ReportRange) => void;
}) {
  const [own, setOwn] = useState<ReportRange | null>(null);
  const chosen = own ? 'own' : presetOf(range, today);
  const problem = own && problemOf(own);
  const choose = (value: string) => {
    setOwn(value === 'own' ? range : null);
    if (value !== 'own') onChange(lastDays(Number(value), today));
  };
  const draft = own ?? range;
  const day = (side: keyof ReportRange, label: string) => (
    <input
      type="date"
      aria-label={label}
      value={draft[side]}
      max={today}
      onChange={({ target }) => setOwn({ ...draft, [side]: target.value })}
      className={cx(fieldClass, 'h-8 w-auto px-2 text-compact')}
    />
  );
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Segmented
        label={t('Time')}
        value={chosen}
        onChange={choose}
        options={[...presets, { value: 'own', label: t('Days…') }]}
      />
      {chosen === 'own' && (
        <form
          className="flex flex-wrap items-center gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (problemOf(draft) !== null) return;
            onChange(draft);
            setOwn(null);
          }}
        >
          {day('from', t('First day'))}
          <span aria-hidden className="text-muted">
            –
          </span>
          {day('to', t('Last day'))}
          {own && (
            <Button type="submit" disabled={problem !== null}>
              {t('Show')}
            </Button>
          )}
          {problem && (
            <span role="alert" className="text-xs text-bad">
              {problem}
            </span>
          )}
        </form>
      )}
    </div>
  );
}
