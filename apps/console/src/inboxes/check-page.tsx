import type { InboxDetail, WidgetSighting } from '#contracts';
import { CircleAlert, CircleCheck, LoaderCircle, Radar } from 'lucide-react';
import { useState } from 'react';
import { attempt } from '../session/console-context.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { ago } from '../ui/format.js';
import { Loaded } from '../ui/loaded.js';
import { useSeconds } from '../ui/use-now.js';
import { settingsOf } from './inbox-settings.js';
import { useSaveInbox, useSightings } from './queries.js';
import { sightingVerdict } from './sighting-verdict.js';
import { t } from '../language/t.js';

/** Tells within seconds whether the widget runs on the shop's page, or why it does not. */
export function CheckPage({ inbox, mayChange }: { inbox: InboxDetail; mayChange: boolean }) {
  const [openedAt, setOpenedAt] = useState<number | null>(null);
  return (
    <Card
      title={t('Check my page')}
      actions={
        openedAt !== null && (
          <Button small tone="quiet" onClick={() => setOpenedAt(null)}>
            {t('Stop looking')}
          </Button>
        )
      }
    >
      {openedAt === null ? (
        <div className="flex flex-wrap items-center gap-3 p-4">
          <p className="min-w-48 flex-1 text-compact text-muted">
            {t(
              'After pasting the code, open your page in another tab. Baton tells here whether the widget came alive.',
            )}
          </p>
          <Button tone="primary" onClick={() => setOpenedAt(Date.now())}>
            <Radar size={15} aria-hidden /> {t('Check my page')}
          </Button>
        </div>
      ) : (
        <Watch inbox={inbox} openedAt={openedAt} mayChange={mayChange} />
      )}
    </Card>
  );
}

function Watch({ inbox, openedAt, mayChange }: { inbox: InboxDetail; openedAt: number; mayChange: boolean }) {
  const sightings = useSightings(inbox.id);
  const now = useSeconds();
  const save = useSaveInbox();
  const allow = (origin: string) => {
    const settings = settingsOf(inbox);
    return attempt(
      save.mutateAsync({
        id: inbox.id,
        settings: { ...settings, allowedOrigins: [...settings.allowedOrigins, origin] },
      }),
      t('{origin} is allowed. Reload your page.', { origin }),
    );
  };
  return (
    <Loaded query={sightings} what={t('The sightings')}>
      {({ sightings: all }) => {
        const { kind, sighting } = sightingVerdict(all, openedAt, now);
        return (
          <div className="space-y-4 p-4">
            <div role="status" className="flex items-start gap-2.5 text-compact">
              {kind === 'seen' && <CircleCheck size={18} className="shrink-0 text-good" aria-hidden />}
              {(kind === 'refused' || kind === 'nothing') && (
                <CircleAlert size={18} className="shrink-0 text-warn" aria-hidden />
              )}
              {kind === 'waiting' && (
                <LoaderCircle size={18} className="shrink-0 animate-spin text-muted" aria-hidden />
              )}
              <div>
                {kind === 'seen' && (
                  <p className="font-medium">{t('The widget runs on {origin}.', { origin: sighting.origin })}</p>
                )}
                {kind === 'refused' && isAllowed(inbox, sighting.origin) && (
                  <p className="font-medium">
                    {t('{origin} is allowed now. Reload your page.', { origin: sighting.origin })}
                  </p>
                )}
                {kind === 'refused' && !isAllowed(inbox, sighting.origin) && (
                  <p className="font-medium">
                    {t('The widget asked from {origin}, which is not on the allowed list of this inbox.', {
                      origin: sighting.origin,
                    })}
                  </p>
                )}
                {kind === 'waiting' && <p>{t('Looking… Open your page in another tab, or reload it.')}</p>}
                {kind === 'nothing' && <Reasons />}
              </div>
            </div>
            {all.length > 0 && (
              <ul className="divide-y divide-line rounded-xl border border-line">
                {all.map((entry) => (
                  <SightingRow key={entry.origin} sighting={entry} now={now}>
                    {!entry.allowed && !isAllowed(inbox, entry.origin) && mayChange && (
                      <Button small disabled={save.isPending} onClick={() => void allow(entry.origin)}>
                        {t('Allow it')}
                      </Button>
                    )}
                  </SightingRow>
                ))}
              </ul>
            )}
          </div>
        );
      }}
    </Loaded>
  );
}

const isAllowed = ({ allowedOrigins }: InboxDetail, origin: string) =>
  allowedOrigins.length === 0 || allowedOrigins.includes(origin);

function SightingRow({
  sighting: { origin, pageUrl, allowed, seenAt },
  now,
  children,
}: {
  sighting: WidgetSighting;
  now: number;
  children: React.ReactNode;
}) {
  return (
    <li className="flex items-center gap-3 px-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="truncate text-compact font-medium">{origin}</p>
        {pageUrl && <p className="truncate text-xs text-muted">{pageUrl}</p>}
      </div>
      <span className="figures text-xs text-muted">{ago(seenAt, now)}</span>
      <Badge tone={allowed ? 'good' : 'warn'}>{allowed ? t('Allowed') : t('Refused')}</Badge>
      {children}
    </li>
  );
}

function Reasons() {
  return (
    <>
      <p className="font-medium">{t('No page has asked for this inbox just now. What to look at:')}</p>
      <ul className="mt-1.5 list-disc space-y-1 pl-4 text-muted">
        <li>{t('Is the code in the page that you opened? View its source and search for widget.js.')}</li>
        <li>{t('Does the shop or its host keep old pages? Empty the cache of the shop, then reload.')}</li>
        <li>
          {t(
            'Open the browser’s console on your page. A line that begins with [Baton] says what is wrong; a line about a content security policy means that the page must allow this address.',
          )}
        </li>
        <li>
          {t('Can your page’s visitors reach this installation? A private address works inside your network alone.')}
        </li>
      </ul>
    </>
  );
}
