import type { OfferView } from '#contracts';
import { useLocation } from 'react-router';
import { visitorName } from '../conversation/words.js';
import { reasonOf } from '../evidence/reasons.js';
import { LastWriter } from '../inbox/last-writer.js';
import { attempt, useClient, useConsole } from '../session/console-context.js';
import { waitingAt } from '../store/offers.js';
import { Button } from '../ui/button.js';
import { cx } from '../ui/cx.js';
import { clock } from '../ui/format.js';
import { Key } from '../ui/hint.js';
import { useSeconds } from '../ui/use-now.js';
import { MissedOffers } from './missed-offers.js';
import { useAcceptOffer } from './use-accept-offer.js';
import { useShortcuts } from './use-shortcuts.js';
import { t } from '../language/t.js';

/** The offer, wherever the agent is in the console; that of the conversation that is open is in its header. */
export function OfferBanner() {
  const offers = useConsole((state) => state.offers);
  const now = useSeconds();
  const client = useClient();
  const { pathname } = useLocation();
  const accept = useAcceptOffer();
  const waiting = waitingAt(offers, now);
  const open = waiting.find(({ conversation }) => pathname.endsWith(`/${conversation.id}`));
  const offer = open ? undefined : waiting[0];

  const toAccept = open ?? offer;
  useShortcuts(toAccept ? { a: () => void accept(toAccept) } : {});

  return (
    <div role="region" aria-label={t('Offered conversations')} aria-live="assertive">
      <MissedOffers />
      {offer && (
        <Offer
          offer={offer}
          now={now}
          onAccept={() => void accept(offer)}
          onDecline={() => void attempt(client.decline(offer))}
        />
      )}
    </div>
  );
}

function Offer({
  offer,
  now,
  onAccept,
  onDecline,
}: {
  offer: OfferView;
  now: number;
  onAccept: () => void;
  onDecline: () => void;
}) {
  const { preview, reason, urgent } = offer.conversation;
  const { icon: Icon, title } = reasonOf(reason);
  return (
    <div
      className={cx(
        'flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2.5',
        urgent ? 'bg-bad-soft' : 'bg-accent-soft',
      )}
    >
      <Icon size={18} className={cx('shrink-0', urgent ? 'text-bad' : 'text-accent-ink')} aria-hidden />
      <div className="min-w-40 flex-1">
        <p className="truncate text-compact">
          <strong className="font-semibold" dir="auto">
            {visitorName(offer.conversation)}
          </strong>{' '}
          <span className="text-muted">{t('waits for you · {title}', { title })}</span>{' '}
          {urgent && <strong className="font-semibold text-bad">· {t('Urgent')}</strong>}
        </p>
        <p className="flex items-center gap-1 text-xs text-muted">
          <LastWriter item={offer.conversation} />
          <span className="min-w-0 truncate" dir="auto">
            {preview}
          </span>
        </p>
      </div>
      <span className="figures text-compact font-semibold text-accent-ink" aria-hidden>
        {clock(Date.parse(offer.expiresAt) - now)}
      </span>
      <div className="flex gap-2">
        <Button tone="primary" onClick={onAccept}>
          {t('Accept')} <Key>a</Key>
        </Button>
        <Button onClick={onDecline}>{t('Decline')}</Button>
      </div>
    </div>
  );
}
