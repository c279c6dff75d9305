import type { InvitationView } from '#contracts';
import { attempt, useConsole } from '../session/console-context.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { fullTime } from '../ui/format.js';
import { useNow } from '../ui/use-now.js';
import { useRevokeInvitation } from './queries.js';
import { mayChangePeople } from './rules.js';
import { roleWords } from './words.js';
import { t } from '../language/t.js';

export function InvitationsTable({ invitations }: { invitations: InvitationView[] }) {
  const mayChange = useConsole((state) => mayChangePeople(state.me.role));
  const revoke = useRevokeInvitation();
  const now = useNow();
  return (
    <ul className="divide-y divide-line">
      {invitations.map(({ id, email, role, expiresAt }) => (
        <li key={id} className="flex items-center gap-3 px-4 py-2.5 text-compact">
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium">{email}</span>
            <span className="figures block text-xs text-muted">
              {roleWords[role].title} ·{' '}
              {Date.parse(expiresAt) < now
                ? t('ended {time}', { time: fullTime(expiresAt) })
                : t('the link works until {time}', { time: fullTime(expiresAt) })}
            </span>
          </span>
          {Date.parse(expiresAt) < now && <Badge tone="warn">{t('Expired')}</Badge>}
          {mayChange && (
            <Button
              small
              aria-label={t('Revoke the invitation of {email}', { email })}
              disabled={revoke.isPending}
              onClick={() => void attempt(revoke.mutateAsync(id), t('The link for {email} works no more.', { email }))}
            >
              {t('Revoke')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
