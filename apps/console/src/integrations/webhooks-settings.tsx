import type { WebhookView } from '#contracts';
import { Plus, Webhook } from 'lucide-react';
import { useState } from 'react';
import { Alert } from '../ui/alert.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { cx } from '../ui/cx.js';
import { Loaded } from '../ui/loaded.js';
import { Page } from '../ui/page.js';
import { Placeholder } from '../ui/states.js';
import { DeliveryLog } from './delivery-log.js';
import { DocsLink } from './docs-link.js';
import { useWebhooks } from './queries.js';
import { WebhookCard } from './webhook-card.js';
import { CreateWebhookDialog } from './webhook-dialogs.js';
import { t } from '../language/t.js';

export default function WebhooksSettings() {
  const webhooks = useWebhooks();
  const [chosen, setChosen] = useState<string | null>(null);
  const [creating, setCreating] = useState(false);
  return (
    <Page
      title={t('Webhooks')}
      description={t(
        'Baton tells your other programs what happens: it sends each event, signed, to an address of yours, and again where that fails.',
      )}
      actions={
        <Button tone="primary" onClick={() => setCreating(true)}>
          <Plus size={15} aria-hidden /> {t('New webhook')}
        </Button>
      }
    >
      <Loaded query={webhooks} what={t('The webhooks')}>
        {({ webhooks: all }) => {
          const webhook = all.find(({ id }) => id === chosen) ?? all[0];
          const ended = all.filter(({ disabledReason }) => disabledReason && disabledReason !== 'person');
          return (
            <div className="space-y-6">
              {ended.length > 0 && (
                <Alert tone="warn">
                  {t('{count} webhooks were disabled, since nothing could be delivered: {hosts}.', {
                    count: ended.length,
                    hosts: ended.map(({ url }) => new URL(url).host).join(', '),
                  })}
                </Alert>
              )}
              <Card title={t('All webhooks')} actions={<DocsLink>{t('What is sent')}</DocsLink>}>
                {all.length === 0 ? (
                  <Placeholder icon={Webhook} title={t('No webhook yet')}>
                    {t('Add the address of a program that should hear of conversations.')}
                  </Placeholder>
                ) : (
                  <ul className="divide-y divide-line">
                    {all.map((entry) => (
                      <li key={entry.id}>
                        <WebhookRow webhook={entry} current={entry === webhook} choose={() => setChosen(entry.id)} />
                      </li>
                    ))}
                  </ul>
                )}
              </Card>
              {webhook && (
                <div key={webhook.id} className="space-y-6">
                  <WebhookCard webhook={webhook} />
                  <DeliveryLog webhook={webhook} />
                </div>
              )}
            </div>
          );
        }}
      </Loaded>
      {creating && <CreateWebhookDialog close={() => setCreating(false)} onCreated={setChosen} />}
    </Page>
  );
}

function WebhookRow({ webhook, current, choose }: { webhook: WebhookView; current: boolean; choose: () => void }) {
  const { url, events, disabledAt, failingSince } = webhook;
  return (
    <button
      type="button"
      aria-current={current || undefined}
      onClick={choose}
      className={cx(
        'flex w-full flex-wrap items-center gap-x-4 gap-y-0.5 px-4 py-2.5 text-start hover:bg-hover focus-visible:-outline-offset-2',
        current && 'bg-accent-soft/60',
      )}
    >
      <span className="min-w-40 flex-1 truncate text-compact font-medium" dir="ltr">
        {url}
      </span>
      <span className="text-xs text-muted">{t('{count} events', { count: events.length })}</span>
      {disabledAt ? (
        <Badge tone="bad">{t('Disabled')}</Badge>
      ) : failingSince ? (
        <Badge tone="warn">{t('Failing')}</Badge>
      ) : (
        <Badge tone="good">{t('On')}</Badge>
      )}
    </button>
  );
}
