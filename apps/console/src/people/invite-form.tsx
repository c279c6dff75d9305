import type { Invited, UserRole } from '#contracts';
import { Mail, UserPlus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useConsole } from '../session/console-context.js';
import { Button } from '../ui/button.js';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { fullTime } from '../ui/format.js';
import { Problem } from '../ui/problem.js';
import { SubmitButton } from '../ui/submit-button.js';
import { CapacityField, usualCapacity } from './capacity-field.js';
import { OneTimeLink } from './one-time-link.js';
import { useInvite } from './queries.js';
import { RoleField } from './role-field.js';
import { rolesToGive } from './rules.js';
import { t } from '../language/t.js';

/** Makes an invitation, then shows its link, which is told this once. */
export function InviteForm() {
  const choice = rolesToGive(useConsole((state) => state.me.role));
  const invite = useInvite();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<UserRole>('agent');
  const [capacity, setCapacity] = useState(usualCapacity);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate({ email: email.trim(), role, capacity });
  };
  const another = () => {
    invite.reset();
    setEmail('');
  };

  if (invite.data) return <InvitationLink invited={invite.data} onAnother={another} />;
  return (
    <form onSubmit={submit} aria-label={t('Invite a colleague')} className="space-y-4">
      <FieldRow label={t('E-mail')} htmlFor="invite-email">
        <input
          id="invite-email"
          type="email"
          autoComplete="off"
          required
          maxLength={320}
          placeholder="colleague@your-shop.example"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          className={fieldClass}
        />
      </FieldRow>
      <div className="grid items-start gap-4 sm:grid-cols-[1fr_10rem]">
        <RoleField value={role} onChange={setRole} choice={choice} />
        <CapacityField value={capacity} onChange={setCapacity} />
      </div>
      <Problem error={invite.error} />
      <SubmitButton pending={invite.isPending} doing={t('Inviting…')}>
        <UserPlus size={15} aria-hidden /> {t('Invite')}
      </SubmitButton>
    </form>
  );
}

function InvitationLink({
  invited: { invitation, link, mailed },
  onAnother,
}: {
  invited: Invited;
  onAnother: () => void;
}) {
  return (
    <div className="space-y-4" role="status">
      <p className="flex items-start gap-2 text-compact">
        <Mail size={16} className="mt-0.5 shrink-0 text-muted" aria-hidden />
        <span className="min-w-0 wrap-anywhere">
          {mailed
            ? t('A mail is on its way to {email}. If it does not arrive, send this link yourself.', {
                email: invitation.email,
              })
            : t('Send this link to {email}.', { email: invitation.email })}
        </span>
      </p>
      <OneTimeLink link={link} label={t('Link of the invitation')} />
      <p className="text-xs text-muted">
        {t('It is shown this once, works once and ends on {expiresAt}. Whoever has it can join.', {
          expiresAt: fullTime(invitation.expiresAt),
        })}
      </p>
      <Button onClick={onAnother}>{t('Invite another')}</Button>
    </div>
  );
}
