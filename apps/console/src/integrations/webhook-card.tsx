import type { WebhookView } from '#contracts';
import { useState } from 'react';
import { attempt } from '../session/console-context.js';
import { Alert } from '../ui/alert.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { Confirm } from '../ui/dialog.js';
import { fullTime } from '../ui/format.js';
import { useNow } from '../ui/use-now.js';
import { useDeleteWebhook, useSwitchWebhook, useTestWebhook } from './queries.js';
import { EditWebhookDialog, RotateSecretDialog } from './webhook-dialogs.js';
import { disabledWords, eventWords } from './words.js';
import { t } from '../language/t.js';

type Asked = 'edit' | 'rotate' | 'delete' | null;

/** One webhook: what it hears of, and what can be done with it. */
export function WebhookCard({ webhook }: { webhook: WebhookView }) {
  const { id, url, events, failingSince, disabledAt, formerSecretUntil } = webhook;
  const [asked, setAsked] = useState<Asked>(null);
  const turn = useSwitchWebhook(id);
  const test = useTestWebhook(id);
  const remove = useDeleteWebhook(id);
  const now = useNow();
  const disabled = disabledWords(webhook);
  const close = () => setAsked(null);
  return (
    <Card
      title={t('This webhook')}
      actions={
        <Button
          small
          disabled={test.isPending || disabledAt !== null}
          onClick={() =>
            void attempt(test.mutateAsync(), t('A test event is on its way. The log below shows the answer.'))
          }
        >
          {t('Send a test')}
        </Button>
      }
    >
      <div className="space-y-4 p-4">
        {disabled && <Alert tone="warn">{disabled}</Alert>}
        {!disabled && failingSince && (
          <Alert tone="warn">
            {t('Nothing has been delivered since {failingSince}. After five days of that it is disabled.', {
              failingSince: fullTime(failingSince),
            })}
          </Alert>
        )}
        <div>
          <p className="font-mono text-compact wrap-anywhere" dir="ltr">
            {url}
          </p>
          <ul className="mt-2 space-y-0.5 text-compact text-muted">
            {events.map((event) => (
              <li key={event}>
                {eventWords[event]} <code className="text-xs">{event}</code>
              </li>
            ))}
          </ul>
          {formerSecretUntil && Date.parse(formerSecretUntil) > now && (
            <p className="mt-2 text-xs text-muted">
              {t('The former secret signs too until {formerSecretUntil}.', {
                formerSecretUntil: fullTime(formerSecretUntil),
              })}
            </p>
          )}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button small onClick={() => setAsked('edit')}>
            {t('Edit')}
          </Button>
          <Button small onClick={() => setAsked('rotate')}>
            {t('New secret')}
          </Button>
          <Button small disabled={turn.isPending} onClick={() => void attempt(turn.mutateAsync(disabledAt !== null))}>
            {disabledAt ? t('Enable') : t('Disable')}
          </Button>
          <Button small onClick={() => setAsked('delete')} className="text-bad">
            {t('Delete')}
          </Button>
        </div>
      </div>
      {asked === 'edit' && <EditWebhookDialog webhook={webhook} close={close} />}
      {asked === 'rotate' && <RotateSecretDialog webhook={webhook} close={close} />}
      <Confirm
        open={asked === 'delete'}
        onOpenChange={(open) => open || close()}
        title={t('Delete this webhook?')}
        action={t('Delete')}
        danger
        onConfirm={() => void attempt(remove.mutateAsync(), t('The webhook is deleted.'))}
      >
        {t('Its address hears of nothing any more, and its log goes too.')}
      </Confirm>
    </Card>
  );
}
