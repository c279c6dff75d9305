import { BatonError } from '#contracts';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { NewPasswordField } from '../account/new-password-field.js';
import { EntranceCard } from '../session/entrance-card.js';
import { useEnter } from '../session/session.js';
import { Problem } from '../ui/problem.js';
import { SubmitButton } from '../ui/submit-button.js';
import { LinkOver } from './link-over.js';
import { t } from '../language/t.js';

/** Problems that another password, or another try, mends; any other is the link's. */
const mendable = new Set(['PASSWORD_WEAK', 'BAD_PAYLOAD', 'RATE_LIMITED', 'SERVICE_UNAVAILABLE', 'INTERNAL']);

/** Somebody who lost their password chooses a new one, and is in. */
export function PasswordReset({ token }: { token: string }) {
  const reset = useEnter<{ token: string; password: string }>('/api/password-reset');
  const navigate = useNavigate();
  const [password, setPassword] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    reset.mutate({ token, password }, { onSuccess: () => void navigate('/', { replace: true }) });
  };

  if (token === '' || (reset.error instanceof BatonError && !mendable.has(reset.error.code))) {
    return (
      <LinkOver
        title={t('This link does not work')}
        error={reset.error ?? new BatonError('NOT_FOUND')}
        way={t('If you have used it already, sign in with the password that you chose.')}
      />
    );
  }
  return (
    <EntranceCard
      title={t('Choose a new password')}
      description={t('Every other session of yours ends when you save it.')}
    >
      <form onSubmit={submit} aria-label={t('Choose a new password')} className="mt-6 space-y-4">
        <NewPasswordField id="password" label={t('New password')} value={password} onChange={setPassword} about={[]} />
        <Problem error={reset.error} />
        <SubmitButton pending={reset.isPending} doing={t('Saving…')} className="h-9 w-full">
          {t('Save and sign in')}
        </SubmitButton>
      </form>
    </EntranceCard>
  );
}
