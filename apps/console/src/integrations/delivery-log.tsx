import type { WebhookView } from '#contracts';
import { RefreshCw } from 'lucide-react';
import { Button, IconButton } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { Hint } from '../ui/hint.js';
import { Loaded } from '../ui/loaded.js';
import { DeliveryRow } from './delivery-row.js';
import { useDeliveries } from './queries.js';
import { t } from '../language/t.js';

/** What was sent to a webhook in the last thirty days, and what it answered. */
export function DeliveryLog({ webhook }: { webhook: WebhookView }) {
  const deliveries = useDeliveries(webhook.id);
  return (
    <Card
      title={t('Deliveries')}
      actions={
        <Hint text={t('Look again')}>
          <IconButton
            label={t('Look again')}
            disabled={deliveries.isFetching}
            onClick={() => void deliveries.refetch()}
          >
            <RefreshCw size={15} className={deliveries.isFetching ? 'animate-spin' : undefined} aria-hidden />
          </IconButton>
        </Hint>
      }
    >
      <Loaded query={deliveries} what={t('The deliveries')}>
        {({ pages }) => {
          const all = pages.flatMap(({ items }) => items);
          if (all.length === 0) {
            return (
              <p className="p-4 text-compact text-muted">
                {t('Nothing was sent in the last thirty days. Send a test to see whether the address answers.')}
              </p>
            );
          }
          return (
            <>
              <ul className="divide-y divide-line">
                {all.map((delivery) => (
                  <DeliveryRow key={delivery.id} delivery={delivery} disabled={webhook.disabledAt !== null} />
                ))}
              </ul>
              {deliveries.hasNextPage && (
                <div className="flex justify-center border-t border-line p-3">
                  <Button
                    small
                    disabled={deliveries.isFetchingNextPage}
                    onClick={() => void deliveries.fetchNextPage()}
                  >
                    {deliveries.isFetchingNextPage ? t('Loading…') : t('Show earlier ones')}
                  </Button>
                </div>
              )}
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}
