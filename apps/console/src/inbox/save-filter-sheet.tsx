import type { InboxQuery } from '#contracts';
import { useState, type FormEvent } from 'react';
import { useConsole } from '../session/console-context.js';
import { maySeeSetUp } from '../session/roles.js';
import { Sheet } from '../ui/dialog.js';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Problem } from '../ui/problem.js';
import { SubmitButton } from '../ui/submit-button.js';
import { say } from '../ui/toasts.js';
import { Toggle } from '../ui/toggle.js';
import { useSaveFilter } from './saved-filters.js';
import { t } from '../language/t.js';

export function SaveFilterSheet({
  query,
  open,
  onOpenChange,
}: {
  query: InboxQuery;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const mayShare = useConsole((state) => maySeeSetUp(state.me.role));
  const save = useSaveFilter();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      { name: name.trim(), shared, query },
      {
        onSuccess: () => {
          onOpenChange(false);
          setName('');
          say('good', t('“{name}” stands at the side now.', { name: name.trim() }));
        },
      },
    );
  };
  return (
    <Sheet open={open} onOpenChange={onOpenChange} title={t('Save this list')}>
      <form onSubmit={submit} aria-label={t('Save this list')} className="space-y-4">
        <FieldRow label={t('Name')} htmlFor="filter-name">
          <input
            id="filter-name"
            required
            autoFocus
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
            className={fieldClass}
          />
        </FieldRow>
        {mayShare && (
          <Toggle
            checked={shared}
            onChange={setShared}
            label={t('For everybody')}
            explanation={t('All agents see it at their side.')}
          />
        )}
        <Problem error={save.error} />
        <SubmitButton pending={save.isPending} doing={t('Saving…')} disabled={name.trim() === ''}>
          {t('Save')}
        </SubmitButton>
      </form>
    </Sheet>
  );
}
