import { useState, type FormEvent } from 'react';
import { NewPasswordField } from '../account/new-password-field.js';
import { useChangePassword } from '../account/queries.js';
import { Button } from '../ui/button.js';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Problem } from '../ui/problem.js';
import { SubmitButton } from '../ui/submit-button.js';
import { EntranceCard } from './entrance-card.js';
import { useRecheckSession, useSignOut } from './session.js';
import { t } from '../language/t.js';

/** Somebody signed in with a one-time password, which opens nothing else. */
export default function ChoosePasswordPage() {
  const save = useChangePassword();
  const letIn = useRecheckSession();
  const signOut = useSignOut();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ currentPassword, newPassword }, { onSuccess: letIn });
  };
  return (
    <EntranceCard
      title={t('Choose your own password')}
      description={t('You signed in with a one-time password. It ends when you have chosen yours.')}
    >
      <form onSubmit={submit} aria-label={t('Choose your own password')} className="mt-6 space-y-4">
        <FieldRow label={t('One-time password')} htmlFor="current-password">
          <input
            id="current-password"
            type="password"
            autoComplete="current-password"
            required
            autoFocus
            maxLength={200}
            value={currentPassword}
            onChange={(event) => setCurrent(event.target.value)}
            className={fieldClass}
          />
        </FieldRow>
        <NewPasswordField
          id="new-password"
          label={t('Your password')}
          value={newPassword}
          onChange={setNew}
          about={[]}
        />
        <Problem error={save.error} />
        <SubmitButton pending={save.isPending} doing={t('Saving…')} className="h-9 w-full">
          {t('Save and go on')}
        </SubmitButton>
        <Button tone="quiet" className="h-9 w-full" onClick={() => signOut.mutate()}>
          {t('Sign out')}
        </Button>
      </form>
    </EntranceCard>
  );
}
