import { Button } from '../ui/button.js';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { t } from '../language/t.js';

/** Write only: what is saved is never shown again, only replaced or removed. */
export function SecretField({
  id,
  saved,
  value,
  error,
  onChange,
}: {
  id: string;
  saved: boolean;
  /** Undefined: what is saved stays. */
  value: string | undefined;
  error: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  if (saved && value === undefined) {
    return (
      <div>
        <p className="mb-1 text-compact font-medium">{t('Its value')}</p>
        <div className="flex h-9 items-center gap-2">
          <span className="flex-1 text-compact text-muted">{t('Saved, and never shown')}</span>
          <Button small onClick={() => onChange('')}>
            {t('Replace')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <FieldRow
      label={t('Its value')}
      htmlFor={id}
      error={error}
      hint={
        saved ? (
          <>
            {t('Empty removes it.')}{' '}
            <button type="button" className="rounded font-medium underline" onClick={() => onChange(undefined)}>
              {t('Keep the saved one')}
            </button>
          </>
        ) : (
          t('Kept encrypted, and never shown again.')
        )
      }
    >
      <input
        id={id}
        type="password"
        className={fieldClass}
        value={value ?? ''}
        maxLength={2000}
        autoComplete="new-password"
        placeholder="Bearer …"
        onChange={(event) => onChange(event.target.value === '' && !saved ? undefined : event.target.value)}
      />
    </FieldRow>
  );
}
