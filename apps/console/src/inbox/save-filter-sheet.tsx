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
          say('good', `“${name.trim()}” stands at the side now.`);
        },
      },
    );
  };
  return (
    <Sheet open={open} onOpenChange={onOpenChange} title="Save this list">
      <form onSubmit={submit} aria-label="Save this list" className="space-y-4">
        <FieldRow label="Name" htmlFor="filter-name">
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
            label="For everybody"
            explanation="All agents see it at their side."
          />
        )}
        <Problem error={save.error} />
        <SubmitButton pending={save.isPending} doing="Saving…" disabled={name.trim() === ''}>
          Save
        </SubmitButton>
      </form>
    </Sheet>
  );
}
