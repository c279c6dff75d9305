import type { IntentRow } from '#contracts';
import { useId, useState, type FormEvent } from 'react';
import { Button } from '../ui/button.js';
import { Sheet } from '../ui/dialog.js';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Problem } from '../ui/problem.js';
import { SubmitButton } from '../ui/submit-button.js';
import { say } from '../ui/toasts.js';
import { useChangeIntent } from './queries.js';
import { t } from '../language/t.js';

export function EditIntentDialog({
  intent: { id, title, description, automate },
  close,
}: {
  intent: IntentRow;
  close: () => void;
}) {
  const fieldId = useId();
  const change = useChangeIntent();
  const [words, setWords] = useState({ title, description });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { id, ...words, automate },
      {
        onSuccess: () => {
          say('good', t('Saved.'));
          close();
        },
      },
    );
  };
  return (
    <Sheet open onOpenChange={(open) => open || close()} title={t('Title and description')}>
      <form onSubmit={submit} className="space-y-4">
        <FieldRow label={t('Title')} htmlFor={`${fieldId}-title`}>
          <input
            id={`${fieldId}-title`}
            className={fieldClass}
            required
            maxLength={100}
            value={words.title}
            onChange={(event) => setWords({ ...words, title: event.target.value })}
          />
        </FieldRow>
        <FieldRow
          label={t('Description')}
          htmlFor={`${fieldId}-about`}
          hint={t('For your people, who choose it when they close.')}
        >
          <input
            id={`${fieldId}-about`}
            className={fieldClass}
            maxLength={500}
            value={words.description}
            onChange={(event) => setWords({ ...words, description: event.target.value })}
          />
        </FieldRow>
        <Problem error={change.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={close}>{t('Cancel')}</Button>
          <SubmitButton pending={change.isPending} doing={t('Saving…')}>
            {t('Save')}
          </SubmitButton>
        </div>
      </form>
    </Sheet>
  );
}
