import { BatonError, type TrainingSchedule } from '#contracts';
import { useId, type FormEvent } from 'react';
import { sentence } from '../connection/rest.js';
import { say } from '../ui/toasts.js';
import { Button } from '../ui/button.js';
import { fieldClass } from '../ui/field.js';
import { Overtaken } from '../ui/overtaken.js';
import { Toggle } from '../ui/toggle.js';
import { useDraft } from '../ui/use-draft.js';
import { ownTimeZone, TimeZoneField } from '../workspace/time-zone-field.js';
import { useSaveSchedule } from './queries.js';
import { t } from '../language/t.js';

const presets = [
  { cron: '0 3 * * *', title: t('Every night at 3:00') },
  { cron: '0 3 * * 1', title: t('Every Monday at 3:00') },
  { cron: '0 3 1 * *', title: t('On the 1st of each month at 3:00') },
];

function isCronRefused(error: unknown): boolean {
  return error instanceof BatonError && (error.details ?? []).some((field) => field.startsWith('cron'));
}

const label = 'mb-1 block text-compact font-medium';

export function ScheduleForm({ schedule, mayChange }: { schedule: TrainingSchedule | null; mayChange: boolean }) {
  const id = useId();
  const save = useSaveSchedule();
  const typed = useDraft(schedule ?? { cron: '0 3 * * *', timeZone: ownTimeZone, enabled: false });
  const { cron, timeZone, enabled } = typed.draft;
  const change = (patch: Partial<TrainingSchedule>) => typed.setDraft({ ...typed.draft, ...patch });
  const preset = presets.find((entry) => entry.cron === cron);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      { cron: cron.trim(), timeZone, enabled },
      {
        onSuccess: (saved) => {
          typed.setDraft(saved);
          say('good', t('The schedule is saved.'));
        },
      },
    );
  };
  return (
    <form onSubmit={submit} className="p-4">
      <fieldset disabled={!mayChange} className="space-y-4">
        <Toggle
          checked={enabled}
          onChange={(checked) => change({ enabled: checked })}
          label={t('Retrain by schedule')}
          explanation={t('A version that fails the gate is kept, not used.')}
        />
        <div>
          <label htmlFor={`${id}-when`} className={label}>
            {t('When')}
          </label>
          <select
            id={`${id}-when`}
            className={fieldClass}
            value={preset?.cron ?? 'custom'}
            onChange={(event) => change({ cron: event.target.value === 'custom' ? '' : event.target.value })}
          >
            {presets.map((entry) => (
              <option key={entry.cron} value={entry.cron}>
                {entry.title}
              </option>
            ))}
            <option value="custom">{t('Another time')}</option>
          </select>
        </div>
        <div>
          <label htmlFor={`${id}-cron`} className={label}>
            {t('Cron expression')}
          </label>
          <input
            id={`${id}-cron`}
            required
            maxLength={100}
            aria-invalid={isCronRefused(save.error) || undefined}
            spellCheck={false}
            value={cron}
            onChange={(event) => change({ cron: event.target.value })}
            aria-describedby={`${id}-cron-about`}
            className={`${fieldClass} font-mono text-compact`}
          />
          <p id={`${id}-cron-about`} className="mt-1 text-xs text-muted">
            {t('Minute, hour, day of month, month, day of week.')}
          </p>
        </div>
        <TimeZoneField value={timeZone} onChange={(zone) => change({ timeZone: zone })} disabled={!mayChange} />
        <Overtaken by={typed} />
        {save.isError && (
          <p role="alert" className="rounded-lg bg-bad-soft px-3 py-2 text-compact text-bad">
            {isCronRefused(save.error)
              ? t('This is not a cron expression. It has five parts, as in 0 3 * * 1.')
              : sentence(save.error)}
          </p>
        )}
        {mayChange && (
          <Button type="submit" tone="primary" disabled={save.isPending}>
            {save.isPending ? t('Saving…') : t('Save schedule')}
          </Button>
        )}
      </fieldset>
    </form>
  );
}
