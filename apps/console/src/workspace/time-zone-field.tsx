import { useId } from 'react';
import { Combobox } from '../ui/combobox.js';
import { FieldRow } from '../ui/field-row.js';
import { t } from '../language/t.js';

const zones = Intl.supportedValuesOf('timeZone');

/** The zone of this browser: a good guess for the shop's. */
export const ownTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function TimeZoneField({
  value,
  onChange,
  hint,
  disabled = false,
}: {
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  disabled?: boolean;
}) {
  const id = useId();
  return (
    <FieldRow label={t('Time zone')} hint={hint} htmlFor={id}>
      <Combobox
        id={id}
        label={t('Time zone')}
        value={value}
        onChange={onChange}
        disabled={disabled}
        options={[...new Set([value, 'UTC', ...zones])].map((zone) => ({
          value: zone,
          label: zone.replaceAll('_', ' '),
        }))}
      />
    </FieldRow>
  );
}
