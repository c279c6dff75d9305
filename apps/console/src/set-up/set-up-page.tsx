import type { CreateOwner } from '#contracts';
import { useState, type FormEvent } from 'react';
import { useSearchParams } from 'react-router';
import { NewPasswordField } from '../account/new-password-field.js';
import { EntranceCard } from '../session/entrance-card.js';
import { useEnter } from '../session/session.js';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Problem } from '../ui/problem.js';
import { SubmitButton } from '../ui/submit-button.js';
import { LanguageField, ownLanguage } from '../workspace/language-field.js';
import { TimeZoneField, ownTimeZone } from '../workspace/time-zone-field.js';
import { t } from '../language/t.js';

/** The first account of an installation, by the token of the address that its first start printed. Who is in sees the wizard here. */
export default function SetUpPage() {
  const token = useSearchParams()[0].get('token') ?? '';
  const create = useEnter<CreateOwner>('/api/set-up');
  const [owner, setOwner] = useState({
    name: '',
    email: '',
    password: '',
    workspaceName: '',
    locale: ownLanguage,
    timeZone: ownTimeZone,
  });
  const change = (patch: Partial<typeof owner>) => setOwner({ ...owner, ...patch });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ ...owner, token, email: owner.email.trim() });
  };

  if (token === '') {
    return (
      <EntranceCard
        title={t('The address is not complete')}
        description={t(
          'It ends with ?token= and a long word. Copy all of it from what the first start printed, and open it again.',
        )}
      />
    );
  }
  return (
    <EntranceCard
      wide
      title={t('Make Baton yours')}
      description={t(
        'Your account and your shop. Then six steps lead to a bot that answers on your page; each can be left and taken up later.',
      )}
    >
      <form onSubmit={submit} aria-label={t('Your account')} className="mt-6 space-y-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <FieldRow label={t('Your name')} hint={t('Customers see it when you write to them.')} htmlFor="name">
            <input
              id="name"
              autoComplete="name"
              required
              autoFocus
              maxLength={100}
              value={owner.name}
              onChange={(event) => change({ name: event.target.value })}
              className={fieldClass}
            />
          </FieldRow>
          <FieldRow label={t('E-mail')} hint={t('You sign in with it.')} htmlFor="email">
            <input
              id="email"
              type="email"
              autoComplete="username"
              required
              maxLength={320}
              value={owner.email}
              onChange={(event) => change({ email: event.target.value })}
              className={fieldClass}
            />
          </FieldRow>
        </div>
        <NewPasswordField
          id="password"
          value={owner.password}
          onChange={(password) => change({ password })}
          about={[owner.name, owner.email, owner.workspaceName]}
        />
        <hr className="border-line" />
        <FieldRow label={t('Name of your shop')} htmlFor="workspace">
          <input
            id="workspace"
            autoComplete="organization"
            required
            maxLength={100}
            value={owner.workspaceName}
            onChange={(event) => change({ workspaceName: event.target.value })}
            className={fieldClass}
          />
        </FieldRow>
        <div className="grid gap-4 sm:grid-cols-2">
          <LanguageField value={owner.locale} onChange={(locale) => change({ locale })} />
          <TimeZoneField
            value={owner.timeZone}
            onChange={(timeZone) => change({ timeZone })}
            hint={t('For business hours and the nightly training.')}
          />
        </div>
        <Problem error={create.error} />
        <SubmitButton pending={create.isPending} doing={t('Making your account…')} className="h-9 w-full">
          {t('Create account and go on')}
        </SubmitButton>
      </form>
    </EntranceCard>
  );
}
