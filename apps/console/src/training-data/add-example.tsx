import type { IntentRow } from '#contracts';
import { useId, useState, type FormEvent } from 'react';
import { Sheet } from '../ui/dialog.js';
import { FieldRow } from '../ui/field-row.js';
import { fieldClass } from '../ui/field.js';
import { Problem } from '../ui/problem.js';
import { SubmitButton } from '../ui/submit-button.js';
import { say } from '../ui/toasts.js';
import { IntentPicker } from './intent-picker.js';
import { useAddExample } from './queries.js';
import { t } from '../language/t.js';

/** One message after the other: the intent stays chosen. */
export function AddExample({ intents, onClose }: { intents: IntentRow[]; onClose: () => void }) {
  const id = useId();
  const add = useAddExample();
  const [text, setText] = useState('');
  const [intentId, setIntentId] = useState<string | null>();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (intentId === undefined) return;
    add.mutate(
      { text: text.trim(), intentId },
      {
        onSuccess: () => {
          say('good', t('Added. It counts from the next training on.'));
          setText('');
        },
      },
    );
  };
  return (
    <Sheet open onOpenChange={(open) => open || onClose()} title={t('Add a message')}>
      <form onSubmit={submit} className="space-y-4">
        <FieldRow
          label={t('As a customer would write it')}
          hint={t('Personal data is masked before it is stored.')}
          htmlFor={`${id}-text`}
        >
          <textarea
            id={`${id}-text`}
            autoFocus
            required
            rows={3}
            dir="auto"
            maxLength={4000}
            value={text}
            onChange={(event) => setText(event.target.value)}
            className={`${fieldClass} h-auto! resize-y py-2`}
          />
        </FieldRow>
        <div>
          <p className="mb-1 text-compact font-medium">{t('What it is about')}</p>
          <IntentPicker
            intents={intents}
            value={intentId}
            onPick={setIntentId}
            label={t('What it is about')}
            placeholder={t('Choose an intent')}
          />
        </div>
        <Problem error={add.error} />
        <div className="flex justify-end">
          <SubmitButton
            pending={add.isPending}
            doing={t('Adding…')}
            disabled={text.trim() === '' || intentId === undefined}
          >
            {t('Add')}
          </SubmitButton>
        </div>
      </form>
    </Sheet>
  );
}
