import { useId } from 'react';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';

/** What a new colleague gets at first. */
export const usualCapacity = 5;

export function CapacityField({ value, onChange }: { value: number; onChange: (capacity: number) => void }) {
  const id = useId();
  return (
    <FieldRow label="Capacity" hint="Conversations at a time. 0: none are offered." htmlFor={id}>
      <input
        id={id}
        type="number"
        required
        min={0}
        max={100}
        value={Number.isNaN(value) ? '' : value}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        className={`${fieldClass} figures`}
      />
    </FieldRow>
  );
}
