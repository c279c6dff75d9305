import { newInbox, type InboxDetail, type InboxSettings } from '#contracts';
import { useId, useMemo, useState, type FormEvent } from 'react';
import { Card } from '../ui/card.js';
import { areaClass, fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Problem } from '../ui/problem.js';
import { ReadOnlyNote } from '../ui/read-only-note.js';
import { SubmitButton } from '../ui/submit-button.js';
import { say } from '../ui/toasts.js';
import { AppearanceFields } from './appearance-fields.js';
import { InboxPreview } from './inbox-preview.js';
import { settingsOf } from './inbox-settings.js';
import { OriginsField } from './origins-field.js';
import { useSaveInbox } from './queries.js';
import { t } from '../language/t.js';

/** An inbox beside the widget that it makes. Remount it (by `key`) for another inbox. */
export function InboxForm({
  inbox,
  mayChange,
  onSaved,
}: {
  /** Null: a new one. */
  inbox: InboxDetail | null;
  mayChange: boolean;
  onSaved?: (inbox: InboxDetail) => void;
}) {
  const id = useId();
  /** Over what is saved, which may change meanwhile: a site may be allowed from the check below. */
  const [changes, setChanges] = useState<Partial<InboxSettings>>({});
  const settings = useMemo(() => ({ ...(inbox ? settingsOf(inbox) : newInbox), ...changes }), [inbox, changes]);
  const save = useSaveInbox();
  const set = (part: Partial<InboxSettings>) => setChanges((before) => ({ ...before, ...part }));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      { id: inbox?.id ?? null, settings },
      {
        onSuccess: (saved) => {
          setChanges({});
          say('good', inbox ? t('Saved. The widget looks so from the next page view on.') : t('The inbox is there.'));
          onSaved?.(saved);
        },
      },
    );
  };
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[1fr_22rem] xl:grid-cols-[1fr_26rem]">
      <Card title={inbox ? t('Look and words') : t('New inbox')}>
        <form onSubmit={submit} className="p-4">
          <fieldset disabled={!mayChange} className="space-y-4">
            {!mayChange && <ReadOnlyNote />}
            <FieldRow label={t('Name')} htmlFor={`${id}-name`} hint={t('Customers read it at the top of the chat.')}>
              <input
                id={`${id}-name`}
                className={fieldClass}
                required
                maxLength={100}
                value={settings.name}
                onChange={(event) => set({ name: event.target.value })}
              />
            </FieldRow>
            <AppearanceFields id={id} appearance={settings.appearance} onChange={(appearance) => set({ appearance })} />
            <FieldRow label={t('Greeting')} htmlFor={`${id}-greeting`} hint={t('Empty: no greeting.')}>
              <textarea
                id={`${id}-greeting`}
                className={areaClass}
                maxLength={500}
                value={settings.greeting}
                onChange={(event) => set({ greeting: event.target.value })}
              />
            </FieldRow>
            <FieldRow
              label={t('Greeting outside business hours')}
              htmlFor={`${id}-closed`}
              hint={t('Empty: the same greeting at all hours.')}
            >
              <textarea
                id={`${id}-closed`}
                className={areaClass}
                maxLength={500}
                value={settings.greetingOutsideHours}
                onChange={(event) => set({ greetingOutsideHours: event.target.value })}
              />
            </FieldRow>
            <OriginsField
              id={`${id}-origins`}
              origins={settings.allowedOrigins}
              onChange={(allowedOrigins) => set({ allowedOrigins })}
            />
            <Problem error={save.error} />
            {mayChange && (
              <SubmitButton pending={save.isPending} doing={t('Saving…')}>
                {inbox ? t('Save') : t('Create inbox')}
              </SubmitButton>
            )}
          </fieldset>
        </form>
      </Card>
      <InboxPreview settings={settings} />
    </div>
  );
}
