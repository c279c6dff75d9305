import { useId } from 'react';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { formatLocale, t } from '../language/t.js';
import { examplesOf } from './number-pattern.js';

export function NumberPatternField({
  label,
  placeholder,
  empty,
  value,
  onChange,
}: {
  label: string;
  placeholder: string;
  /** What it means if nothing is written here. */
  empty: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const id = useId();
  const examples = examplesOf(value);
  const either = new Intl.ListFormat(formatLocale(), { type: 'disjunction' });
  return (
    <FieldRow
      label={label}
      htmlFor={id}
      hint={
        examples.length === 0 ? empty : t('Finds numbers such as {examples}.', { examples: either.format(examples) })
      }
    >
      <input
        id={id}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={`${fieldClass} font-mono text-compact`}
      />
    </FieldRow>
  );
}
