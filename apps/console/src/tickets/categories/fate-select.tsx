import { Select } from '../../ui/select.js';
import type { Choice, Fate } from './choices.js';

const fates: { value: Fate; label: string }[] = [
  { value: 'intent', label: 'An intent' },
  { value: 'out_of_scope', label: 'None of our topics' },
  { value: 'dropped', label: 'Leave out' },
];

export function FateSelect({ choice, onChange }: { choice: Choice; onChange: (fate: Fate) => void }) {
  return <Select label={`What becomes of ${choice.name}`} value={choice.fate} onChange={onChange} options={fates} />;
}
