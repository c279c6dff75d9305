import { useId } from 'react';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
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
  return (
    <FieldRow
      label={label}
      htmlFor={id}
      hint={examples.length === 0 ? empty : `Finds numbers such as ${examples.join(' or ')}.`}
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
