import type { AgentView, PersonView } from '#contracts';
import { useState, type FormEvent } from 'react';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Problem } from '../ui/problem.js';
import { SubmitButton } from '../ui/submit-button.js';
import { say } from '../ui/toasts.js';
import { CapacityField } from './capacity-field.js';
import { useChangePerson } from './queries.js';
import { RoleField } from './role-field.js';
import { mayChangeRole, rolesToGive } from './rules.js';
import { t } from '../language/t.js';

export function EditPerson({ me, person, onSaved }: { me: AgentView; person: PersonView; onSaved: () => void }) {
  const save = useChangePerson(person.id);
  const [name, setName] = useState(person.name);
  const [role, setRole] = useState(person.role);
  const [capacity, setCapacity] = useState(person.capacity);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      { name: name.trim(), role, capacity },
      {
        onSuccess: () => {
          say('good', t('{name} is saved.', { name: name.trim() }));
          onSaved();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} aria-label={t('Person')} className="space-y-4">
      <FieldRow label={t('Name')} hint={t('Customers see it when they are answered.')} htmlFor="person-name">
        <input
          id="person-name"
          required
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
          className={fieldClass}
        />
      </FieldRow>
      <div className="grid items-start gap-4 sm:grid-cols-[1fr_10rem]">
        <RoleField
          value={role}
          onChange={setRole}
          choice={rolesToGive(me.role)}
          disabled={!mayChangeRole(me, person)}
          {...(person.id === me.id && { hint: t('Your own role is for others to change.') })}
        />
        <CapacityField value={capacity} onChange={setCapacity} />
      </div>
      <Problem error={save.error} />
      <SubmitButton pending={save.isPending} doing={t('Saving…')}>
        {t('Save')}
      </SubmitButton>
    </form>
  );
}
