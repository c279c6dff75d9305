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
          say('good', 'Saved.');
          close();
        },
      },
    );
  };
  return (
    <Sheet open onOpenChange={(open) => open || close()} title="Title and description">
      <form onSubmit={submit} className="space-y-4">
        <FieldRow label="Title" htmlFor={`${fieldId}-title`}>
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
          label="Description"
          htmlFor={`${fieldId}-about`}
          hint="For your people, who choose it when they close."
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
          <Button onClick={close}>Cancel</Button>
          <SubmitButton pending={change.isPending} doing="Saving…">
            Save
          </SubmitButton>
        </div>
      </form>
    </Sheet>
  );
}
