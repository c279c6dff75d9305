import type { UserRole } from '#contracts';
import { useId } from 'react';
import { FieldRow } from '../ui/field-row.js';
import { Select } from '../ui/select.js';
import { roleWords } from './words.js';
import { t } from '../language/t.js';

export function RoleField({
  value,
  onChange,
  choice,
  disabled = false,
  hint,
}: {
  value: UserRole;
  onChange: (role: UserRole) => void;
  choice: UserRole[];
  disabled?: boolean;
  hint?: string;
}) {
  const id = useId();
  return (
    <FieldRow label={t('Role')} hint={hint ?? `${roleWords[value].title}: ${roleWords[value].about}.`} htmlFor={id}>
      <Select
        id={id}
        label={t('Role')}
        value={value}
        onChange={onChange}
        disabled={disabled}
        options={choice.map((role) => ({ value: role, label: roleWords[role].title }))}
      />
    </FieldRow>
  );
}
