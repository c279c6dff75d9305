import { useState, type FormEvent } from 'react';
import { Button } from '../ui/button.js';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { fullTime } from '../ui/format.js';
import { menuItemClass } from '../ui/menu.js';
import { snoozePresets, snoozeTime } from './snooze-time.js';
import { formatLocale, t } from '../language/t.js';

/** Until when: one of the usual times, or one in words. */
export default function SnoozePicker({ onPick }: { onPick: (at: Date) => void }) {
  const [now] = useState(() => new Date());
  const [typed, setTyped] = useState('');
  const at = snoozeTime(typed, now, formatLocale());
  const unread = typed.trim() !== '' && !at;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (at) onPick(at);
  };
  return (
    <>
      <form onSubmit={submit} aria-label={t('Snooze until')} className="p-1.5">
        <FieldRow
          label={t('Until when?')}
          htmlFor="snooze-until"
          hint={
            at ? fullTime(at.toISOString()) : unread ? undefined : t('It comes back then, or when the customer writes.')
          }
          error={unread ? t('This is no time to come. Try “in 3 hours” or “Monday 9:00”.') : null}
        >
          <input
            id="snooze-until"
            autoFocus
            autoComplete="off"
            placeholder={t('tomorrow 9:00')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            className={fieldClass}
          />
        </FieldRow>
        {at && (
          <Button type="submit" tone="primary" className="mt-2 w-full">
            {t('Snooze')}
          </Button>
        )}
      </form>
      <ul aria-label={t('Usual times')} className="border-t border-line pt-1.5">
        {snoozePresets(now).map((preset) => (
          <li key={preset.title}>
            <button
              type="button"
              onClick={() => onPick(preset.at)}
              className={`${menuItemClass} w-full hover:bg-hover`}
            >
              <span className="flex-1 text-start">{preset.title}</span>
              <span className="figures text-xs text-muted">{fullTime(preset.at.toISOString())}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
