import { createIntent } from '#contracts';
import { useId } from 'react';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { intentNameFrom } from './words.js';
import { t } from '../language/t.js';

export const noIntent = { name: '', title: '', description: '' };
export const isNamed = (intent: typeof noIntent): boolean => createIntent.safeParse(intent).success;

/** What a new intent is called, for people and in training data. */
export function NewIntentFields({
  intent,
  onChange,
}: {
  intent: typeof noIntent;
  onChange: (intent: typeof noIntent) => void;
}) {
  const id = useId();
  const setTitle = (title: string) => onChange({ ...intent, title, name: intentNameFrom(title) });
  return (
    <>
      <FieldRow
        label={t('Title')}
        htmlFor={`${id}-title`}
        hint={
          intent.name && (
            <>
              {t('In training data:')} <code className="font-mono">{intent.name}</code>
            </>
          )
        }
      >
        <input
          id={`${id}-title`}
          className={fieldClass}
          required
          maxLength={100}
          value={intent.title}
          placeholder={t('Change the delivery address')}
          onChange={(event) => setTitle(event.target.value)}
        />
      </FieldRow>
      <FieldRow
        label={t('Description')}
        htmlFor={`${id}-description`}
        hint={t('For your people, who choose it when they close.')}
      >
        <input
          id={`${id}-description`}
          className={fieldClass}
          maxLength={500}
          value={intent.description}
          onChange={(event) => onChange({ ...intent, description: event.target.value })}
        />
      </FieldRow>
    </>
  );
}
