import { useState, type FormEvent } from 'react';
import { Button } from '../ui/button.js';
import { Sheet } from '../ui/dialog.js';
import { Problem } from '../ui/problem.js';
import { SubmitButton } from '../ui/submit-button.js';
import { say } from '../ui/toasts.js';
import { isNamed, NewIntentFields, noIntent } from './new-intent-fields.js';
import { useCreateIntent } from './queries.js';
import { t } from '../language/t.js';

export function CreateIntentDialog({ close, onCreated }: { close: () => void; onCreated: (id: string) => void }) {
  const create = useCreateIntent();
  const [intent, setIntent] = useState(noIntent);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(intent, {
      onSuccess: ({ id }) => {
        say('good', t('“{title}” is there. It needs an answer and messages to learn from.', { title: intent.title }));
        close();
        onCreated(id);
      },
    });
  };
  return (
    <Sheet open onOpenChange={(open) => open || close()} title={t('New intent')}>
      <form onSubmit={submit} className="space-y-4">
        <NewIntentFields intent={intent} onChange={setIntent} />
        <Problem error={create.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={close}>{t('Cancel')}</Button>
          <SubmitButton pending={create.isPending} doing={t('Creating…')} disabled={!isNamed(intent)}>
            {t('Create')}
          </SubmitButton>
        </div>
      </form>
    </Sheet>
  );
}
