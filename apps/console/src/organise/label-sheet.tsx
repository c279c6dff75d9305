import type { LabelView } from '#contracts';
import { useState, type FormEvent } from 'react';
import { ColourField } from '../ui/colour-field.js';
import { Sheet } from '../ui/dialog.js';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Problem } from '../ui/problem.js';
import { SubmitButton } from '../ui/submit-button.js';
import { say } from '../ui/toasts.js';
import { useSaveLabel } from './labels.js';
import { t } from '../language/t.js';

export function LabelSheet({ label, onClose }: { label: LabelView | null; onClose: () => void }) {
  const save = useSaveLabel(label?.id ?? null);
  const [name, setName] = useState(label?.name ?? '');
  const [colour, setColour] = useState(label?.colour ?? '#0b6b57');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const onSuccess = () => {
      say('good', t('“{name}” is saved.', { name: name.trim() }));
      onClose();
    };
    save.mutate({ name: name.trim(), colour }, { onSuccess });
  };
  return (
    <Sheet open onOpenChange={(open) => open || onClose()} title={label ? t('Edit the label') : t('New label')}>
      <form onSubmit={submit} aria-label={t('Label')} className="space-y-4">
        <FieldRow label={t('Name')} htmlFor="label-name">
          <input
            id="label-name"
            dir="auto"
            required
            autoFocus
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.target.value)}
            className={fieldClass}
          />
        </FieldRow>
        <ColourField id="label-colour" label={t('Colour')} value={colour} onChange={setColour} />
        <Problem error={save.error} />
        <SubmitButton pending={save.isPending} doing={t('Saving…')} disabled={name.trim() === ''}>
          {t('Save')}
        </SubmitButton>
      </form>
    </Sheet>
  );
}
