import { useState, type FormEvent } from 'react';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Problem } from '../ui/problem.js';
import { SubmitButton } from '../ui/submit-button.js';
import { say } from '../ui/toasts.js';
import { NewPasswordField } from './new-password-field.js';
import { useChangePassword } from './queries.js';
import { t } from '../language/t.js';

export function PasswordForm({ about }: { about: string[] }) {
  const save = useChangePassword();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      { currentPassword, newPassword },
      {
        onSuccess: () => {
          setCurrent('');
          setNew('');
          say('good', t('The password is changed. Your other sessions have ended.'));
        },
      },
    );
  };
  return (
    <form onSubmit={submit} aria-label={t('Change password')} className="space-y-4 p-4">
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <FieldRow label={t('Current password')} htmlFor="current-password">
          <input
            id="current-password"
            type="password"
            autoComplete="current-password"
            required
            maxLength={200}
            value={currentPassword}
            onChange={(event) => setCurrent(event.target.value)}
            className={fieldClass}
          />
        </FieldRow>
        <NewPasswordField
          id="new-password"
          label={t('New password')}
          value={newPassword}
          onChange={setNew}
          about={about}
        />
      </div>
      <Problem error={save.error} />
      <SubmitButton pending={save.isPending} doing={t('Changing…')} disabled={!currentPassword || !newPassword}>
        {t('Change password')}
      </SubmitButton>
    </form>
  );
}
