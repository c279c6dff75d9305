import { Coffee } from 'lucide-react';
import { attempt, useClient, useConsole } from '../session/console-context.js';
import { Button } from '../ui/button.js';
import { t } from '../language/t.js';

/** Whoever misses so many offers in a row is set away by the server. */
const untilAway = 2;

export function MissedOffers() {
  const away = useConsole((state) => state.me.status === 'away' && state.me.missedOffers >= untilAway);
  const client = useClient();
  if (!away) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-warn-soft px-4 py-2.5">
      <Coffee size={18} className="shrink-0 text-warn" aria-hidden />
      <p className="min-w-40 flex-1 text-compact">
        <strong className="font-semibold">{t('You missed two chats, so you are away.')}</strong>{' '}
        <span className="text-muted">{t('Nothing is offered to you until you are back.')}</span>
      </p>
      <Button
        tone="primary"
        onClick={() => void attempt(client.setStatus('online'), t('Welcome back. You are online.'))}
      >
        {t('I am back')}
      </Button>
    </div>
  );
}
