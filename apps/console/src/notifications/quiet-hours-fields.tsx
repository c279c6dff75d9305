import type { NotificationSettings } from '#contracts';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Toggle } from '../ui/toggle.js';
import { t } from '../language/t.js';

type Quiet = NotificationSettings['quietHours'];

/** Their time zone is that of the device on which they were chosen last. */
export function QuietHours({ quiet, onChange }: { quiet: Quiet; onChange: (quiet: Quiet) => void }) {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const change = (patch: Partial<Quiet>) => onChange({ ...quiet, timeZone, ...patch });
  return (
    <div className="space-y-4 p-4">
      <Toggle
        checked={quiet.enabled}
        onChange={(enabled) => change({ enabled })}
        label={t('Quiet hours')}
        explanation={t('Nothing sounds and nothing pops up. The count in the tab stays.')}
      />
      {quiet.enabled && (
        <div className="flex flex-wrap gap-3">
          {(['from', 'to'] as const).map((end) => (
            <FieldRow key={end} label={end === 'from' ? t('From') : t('Until')} htmlFor={`quiet-${end}`}>
              <input
                id={`quiet-${end}`}
                type="time"
                required
                value={quiet[end]}
                onChange={(event) => event.target.value && change({ [end]: event.target.value })}
                className={fieldClass}
              />
            </FieldRow>
          ))}
          <p className="self-end pb-2 text-xs text-muted">{t('Time of {timeZone}', { timeZone: quiet.timeZone })}</p>
        </div>
      )}
    </div>
  );
}
