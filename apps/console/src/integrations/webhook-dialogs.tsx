import { webhookEvent, type WebhookEvent, type WebhookSettings, type WebhookView } from '#contracts';
import { useId, useState, type FormEvent } from 'react';
import { attempt } from '../session/console-context.js';
import { Button } from '../ui/button.js';
import { Sheet } from '../ui/dialog.js';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Problem } from '../ui/problem.js';
import { SubmitButton } from '../ui/submit-button.js';
import { CheckList } from './check-list.js';
import { OnceShown } from './once-shown.js';
import { useChangeWebhook, useCreateWebhook, useRotateSecret } from './queries.js';
import { eventWords } from './words.js';
import { t } from '../language/t.js';

const events = webhookEvent.options.map((value) => ({ value, about: eventWords[value] }));
const secretHint = t(
  'With it your program checks that an event is from here: see docs/webhooks.md for how, in Node and Python.',
);

export function CreateWebhookDialog({ close, onCreated }: { close: () => void; onCreated: (id: string) => void }) {
  const create = useCreateWebhook();
  return (
    <Sheet open onOpenChange={(open) => open || close()} title={t('New webhook')}>
      {create.data ? (
        <OnceShown said={t('This is the secret.')} label={t('The secret')} secret={create.data.secret} close={close}>
          {secretHint}
        </OnceShown>
      ) : (
        <WebhookForm
          start={{ url: '', events: ['conversation.handed_off', 'conversation.resolved'] }}
          save={(settings) => create.mutate(settings, { onSuccess: ({ webhook }) => onCreated(webhook.id) })}
          saving={create}
          action={t('Add webhook')}
          close={close}
        />
      )}
    </Sheet>
  );
}

export function EditWebhookDialog({ webhook, close }: { webhook: WebhookView; close: () => void }) {
  const change = useChangeWebhook(webhook.id);
  return (
    <Sheet open onOpenChange={(open) => open || close()} title={t('Edit webhook')}>
      <WebhookForm
        start={webhook}
        save={(settings) => change.mutate(settings, { onSuccess: close })}
        saving={change}
        action={t('Save')}
        close={close}
      />
    </Sheet>
  );
}

export function RotateSecretDialog({ webhook, close }: { webhook: WebhookView; close: () => void }) {
  const rotate = useRotateSecret(webhook.id);
  return (
    <Sheet open onOpenChange={(open) => open || close()} title={t('New secret')}>
      {rotate.data ? (
        <OnceShown said={t('This is the secret.')} label={t('The secret')} secret={rotate.data.secret} close={close}>
          {secretHint}
        </OnceShown>
      ) : (
        <div className="space-y-4">
          <p className="text-compact text-muted">
            {t(
              'For a day both secrets sign, the new one and the present one. Give your program the new one in that time, and it misses nothing.',
            )}
          </p>
          <div className="flex justify-end gap-2">
            <Button onClick={close}>{t('Cancel')}</Button>
            <Button tone="primary" disabled={rotate.isPending} onClick={() => void attempt(rotate.mutateAsync())}>
              {t('Make a new secret')}
            </Button>
          </div>
        </div>
      )}
    </Sheet>
  );
}

function WebhookForm({
  start,
  save,
  saving,
  action,
  close,
}: {
  start: { url: string; events: WebhookEvent[] };
  save: (settings: WebhookSettings) => void;
  saving: { isPending: boolean; error: Error | null };
  action: string;
  close: () => void;
}) {
  const id = useId();
  const [url, setUrl] = useState(start.url);
  const [chosen, setChosen] = useState(start.events);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save({ url: url.trim(), events: chosen });
  };
  return (
    <form onSubmit={submit} className="space-y-4">
      <FieldRow
        label={t('Address')}
        htmlFor={`${id}-url`}
        hint={t('It answers with a status from 200 to 299 within 15 seconds.')}
      >
        <input
          id={`${id}-url`}
          className={fieldClass}
          type="url"
          inputMode="url"
          dir="ltr"
          required
          maxLength={2000}
          placeholder="https://crm.example/baton"
          value={url}
          onChange={(event) => setUrl(event.target.value)}
        />
      </FieldRow>
      <CheckList legend={t('Tell it when')} options={events} chosen={chosen} onChange={setChosen} />
      <Problem error={saving.error} />
      <div className="flex justify-end gap-2">
        <Button onClick={close}>{t('Cancel')}</Button>
        <SubmitButton pending={saving.isPending} doing={t('Saving…')} disabled={chosen.length === 0}>
          {action}
        </SubmitButton>
      </div>
    </form>
  );
}
