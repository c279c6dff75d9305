import { useState, type FormEvent } from 'react';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Problem } from '../ui/problem.js';
import { SubmitButton } from '../ui/submit-button.js';
import { EntranceCard } from './entrance-card.js';
import { hasSessionEnded, useSignIn } from './session.js';
import { t } from '../language/t.js';

export function LoginPage() {
  const signIn = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ email: email.trim(), password });
  };

  return (
    <EntranceCard title={t('Sign in to Baton')} description={t('The console for agents and supervisors.')}>
      {hasSessionEnded() && (
        <p role="status" className="mt-4 rounded-lg bg-note px-3 py-2 text-compact text-note-ink">
          {t(
            'Your session has ended: it ran out, or was ended on another device or by an admin. Sign in, and you are back where you were; what you had typed is still there.',
          )}
        </p>
      )}
      <form onSubmit={submit} aria-label={t('Sign in')} className="mt-6 space-y-4">
        <FieldRow label={t('E-mail')} htmlFor="email">
          <input
            id="email"
            type="email"
            autoComplete="username"
            required
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            className={fieldClass}
          />
        </FieldRow>
        <FieldRow label={t('Password')} htmlFor="password">
          <input
            id="password"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            className={fieldClass}
          />
        </FieldRow>
        <Problem error={signIn.error} />
        <SubmitButton pending={signIn.isPending} doing={t('Signing in…')} className="mt-2 h-9 w-full">
          {t('Sign in')}
        </SubmitButton>
      </form>
    </EntranceCard>
  );
}
