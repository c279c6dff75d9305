import { useId } from 'react';
import { fieldClass } from './field.js';
import { FieldRow } from './field-row.js';

/** A whole number; NaN while nothing is written. */
export function NumberField({
  label,
  hint,
  min,
  max,
  value,
  onChange,
}: {
  label: string;
  hint: string;
  min: number;
  max: number;
  value: number;
  onChange: (value: number) => void;
}) {
  const id = useId();
  return (
    <FieldRow label={label} hint={hint} htmlFor={id}>
      <input
        id={id}
        type="number"
        required
        min={min}
        max={max}
        value={Number.isNaN(value) ? '' : value}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        className={`${fieldClass} figures`}
      />
    </FieldRow>
  );
}
