import { invitationLook } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { NewPasswordField } from '../account/new-password-field.js';
import { request } from '../connection/rest.js';
import { EntranceCard } from '../session/entrance-card.js';
import { useEnter } from '../session/session.js';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Problem } from '../ui/problem.js';
import { SubmitButton } from '../ui/submit-button.js';
import { LinkOver } from './link-over.js';
import { roleWords } from './words.js';
import { t } from '../language/t.js';

/** Somebody who was invited chooses a name and a password, and is in. */
export function Invitation({ token }: { token: string }) {
  const look = useQuery({
    queryKey: ['invitation'],
    queryFn: () => request(invitationLook, 'POST', '/api/invitations/look', { token }),
    retry: false,
    staleTime: Infinity,
  });
  const accept = useEnter<{ token: string; name: string; password: string }>('/api/invitations/accept');
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    accept.mutate({ token, name: name.trim(), password }, { onSuccess: () => void navigate('/', { replace: true }) });
  };

  if (look.isPending) return <EntranceCard title={t('Your invitation')} description={t('Looking it up…')} />;
  if (look.isError) {
    return (
      <LinkOver
        title={t('This invitation does not work')}
        error={look.error}
        way={t('If you have taken it up already, sign in with the password that you chose.')}
      />
    );
  }
  const { email, role, workspaceName } = look.data;
  return (
    <EntranceCard title={t('Join {workspaceName}', { workspaceName })} description={roleWords[role].invited}>
      <form onSubmit={submit} aria-label={t('Join')} className="mt-6 space-y-4">
        <FieldRow label={t('E-mail')} htmlFor="email">
          <input
            id="email"
            type="email"
            autoComplete="username"
            readOnly
            value={email}
            className={`${fieldClass} bg-sunken text-muted`}
          />
        </FieldRow>
        <FieldRow label={t('Your name')} hint={t('Customers see it when you write to them.')} htmlFor="name">
          <input
            id="name"
            autoComplete="name"
            required
            autoFocus
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
            className={fieldClass}
          />
        </FieldRow>
        <NewPasswordField id="password" value={password} onChange={setPassword} about={[name, email, workspaceName]} />
        <Problem error={accept.error} />
        <SubmitButton pending={accept.isPending} doing={t('Joining…')} className="h-9 w-full">
          {t('Join')}
        </SubmitButton>
      </form>
    </EntranceCard>
  );
}
