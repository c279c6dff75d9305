import type { SessionView } from '#contracts';
import { MonitorSmartphone } from 'lucide-react';
import { attempt } from '../session/console-context.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { fullTime } from '../ui/format.js';
import { Loaded } from '../ui/loaded.js';
import { deviceName } from './device.js';
import { useRevokeSession, useSessions } from './queries.js';
import { t } from '../language/t.js';

/** Where this user is signed in. The present one is ended by signing out. */
export function Sessions() {
  const sessions = useSessions();
  return (
    <Loaded query={sessions} what={t('The sessions')}>
      {(list) => (
        <ul className="divide-y divide-line">
          {list.sessions.map((session) => (
            <Session key={session.id} session={session} />
          ))}
        </ul>
      )}
    </Loaded>
  );
}

function Session({ session: { id, current, userAgent, createdAt, expiresAt } }: { session: SessionView }) {
  const revoke = useRevokeSession();
  const device = deviceName(userAgent);
  return (
    <li className="flex items-center gap-3 px-4 py-2.5 text-compact">
      <MonitorSmartphone size={16} className="shrink-0 text-muted" aria-hidden />
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-2 font-medium">
          {device}
          {current && <Badge tone="accent">{t('This one')}</Badge>}
        </span>
        <span className="figures block text-xs text-muted">
          {t('Since {createdAt} · ends {expiresAt}', {
            createdAt: fullTime(createdAt),
            expiresAt: fullTime(expiresAt),
          })}
        </span>
      </span>
      {!current && (
        <Button
          small
          aria-label={t('End the session of {device}', { device })}
          disabled={revoke.isPending}
          onClick={() => void attempt(revoke.mutateAsync(id), t('The session has ended.'))}
        >
          {t('End')}
        </Button>
      )}
    </li>
  );
}
