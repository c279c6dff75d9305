import { NumberField } from '../ui/number-field.js';
import { t } from '../language/t.js';

/** What a new colleague gets at first. */
export const usualCapacity = 5;

export function CapacityField({ value, onChange }: { value: number; onChange: (capacity: number) => void }) {
  return (
    <NumberField
      label={t('Capacity')}
      hint={t('Conversations at a time. 0: none are offered.')}
      min={0}
      max={100}
      value={value}
      onChange={onChange}
    />
  );
}
