import { useId } from 'react';
import { Combobox } from '../ui/combobox.js';
import { FieldRow } from '../ui/field-row.js';
import { countryCodes } from './countries.js';
import { formatLocale, t } from '../language/t.js';

const names = new Intl.DisplayNames(formatLocale(), { type: 'region' });

export function CountryField({
  value,
  onChange,
  disabled,
}: {
  value: string;
  onChange: (value: string) => void;
  disabled: boolean;
}) {
  const id = useId();
  const options = countryCodes
    .map((code) => ({ value: code, label: names.of(code) ?? code }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <FieldRow label={t('Country')} hint={t('Whose help line a customer in despair is told of.')} htmlFor={id}>
      <Combobox id={id} label={t('Country')} value={value} onChange={onChange} disabled={disabled} options={options} />
    </FieldRow>
  );
}
