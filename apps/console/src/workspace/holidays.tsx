import type { BusinessHours } from '#contracts';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../ui/button.js';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { formatLocale, t } from '../language/t.js';

type Holiday = BusinessHours['holidays'][number];

function written(date: string): string {
  return new Date(`${date}T00:00`).toLocaleDateString(formatLocale(), {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

/** Days on which nobody is there, whatever the week says. */
export function Holidays({
  holidays,
  onChange,
  disabled,
}: {
  holidays: Holiday[];
  onChange: (holidays: Holiday[]) => void;
  disabled: boolean;
}) {
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const known = holidays.some((holiday) => holiday.date === date);
  const add = () => {
    const added = [...holidays, { date, name: name.trim() }];
    onChange(added.sort((a, b) => a.date.localeCompare(b.date)));
    setDate('');
    setName('');
  };
  return (
    <div>
      {holidays.length === 0 ? (
        <p className="p-4 text-compact text-muted">{t('None yet. On a holiday people are away all day.')}</p>
      ) : (
        <ul aria-label={t('Holidays')} className="divide-y divide-line">
          {holidays.map((holiday, index) => (
            <li key={holiday.date} className="flex items-center gap-3 py-1 pr-2 pl-4 text-compact">
              <span className="min-w-0 flex-1 truncate font-medium">{holiday.name}</span>
              <span className="figures text-muted">{written(holiday.date)}</span>
              {disabled ? (
                <span className="h-8" />
              ) : (
                <IconButton
                  label={t('Remove {name}', { name: holiday.name })}
                  onClick={() => onChange(holidays.toSpliced(index, 1))}
                >
                  <X size={15} aria-hidden />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {!disabled && (
        <div className="grid items-start gap-3 border-t border-line p-4 sm:grid-cols-[11rem_1fr_auto]">
          <FieldRow label={t('Date')} error={known ? t('It is in the list.') : null} htmlFor="holiday-date">
            <input
              id="holiday-date"
              type="date"
              value={date}
              onChange={(event) => setDate(event.target.value)}
              className={fieldClass}
            />
          </FieldRow>
          <FieldRow label={t('Name')} htmlFor="holiday-name">
            <input
              id="holiday-name"
              maxLength={100}
              value={name}
              onChange={(event) => setName(event.target.value)}
              className={fieldClass}
            />
          </FieldRow>
          <Button onClick={add} disabled={!date || !name.trim() || known} className="h-9 sm:mt-6">
            <Plus size={15} aria-hidden /> {t('Add')}
          </Button>
        </div>
      )}
    </div>
  );
}
