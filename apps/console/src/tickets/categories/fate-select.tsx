import { Select } from '../../ui/select.js';
import type { Choice, Fate } from './choices.js';
import { t } from '../../language/t.js';

const fates: { value: Fate; label: string }[] = [
  { value: 'intent', label: t('An intent') },
  { value: 'out_of_scope', label: t('None of our topics') },
  { value: 'dropped', label: t('Leave out') },
];

export function FateSelect({ choice, onChange }: { choice: Choice; onChange: (fate: Fate) => void }) {
  return (
    <Select
      label={t('What becomes of {name}', { name: choice.name })}
      value={choice.fate}
      onChange={onChange}
      options={fates}
    />
  );
}
