import type { IntentRow } from '#contracts';
import { useId, useState, type FormEvent } from 'react';
import { Button } from '../ui/button.js';
import { Sheet } from '../ui/dialog.js';
import { FieldRow } from '../ui/field-row.js';
import { Problem } from '../ui/problem.js';
import { Select } from '../ui/select.js';
import { SubmitButton } from '../ui/submit-button.js';
import { say } from '../ui/toasts.js';
import { useIntentTable, useMergeIntent } from './queries.js';
import { t } from '../language/t.js';

export function MergeDialog({
  intent,
  close,
  onMerged,
}: {
  intent: IntentRow;
  close: () => void;
  onMerged: (into: string) => void;
}) {
  const id = useId();
  const merge = useMergeIntent(intent.id);
  const others = useIntentTable().data?.intents.filter((other) => other.id !== intent.id) ?? [];
  const [into, setInto] = useState('');
  const target = others.find((other) => other.id === into);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    merge.mutate(into, {
      onSuccess: ({ moved }) => {
        say('good', t('{count} rows moved. The model learns it at the next training.', { count: moved }));
        close();
        onMerged(into);
      },
    });
  };
  return (
    <Sheet
      open
      onOpenChange={(open) => open || close()}
      title={t('Merge “{title}” into another', { title: intent.title })}
    >
      <form onSubmit={submit} className="space-y-4">
        <FieldRow label={t('Into')} htmlFor={`${id}-into`}>
          <Select
            id={`${id}-into`}
            label={t('Into')}
            value={into}
            onChange={setInto}
            options={others.map((other) => ({ value: other.id, label: other.title }))}
          />
        </FieldRow>
        <ul className="list-disc space-y-1 ps-4 text-compact text-muted">
          <li>
            {target
              ? t('Its {count} training rows become rows of “{title}”, which then has {total}.', {
                  count: intent.nExamples,
                  title: target.title,
                  total: target.nExamples + intent.nExamples,
                })
              : t('Its {count} training rows become rows of the other.', { count: intent.nExamples })}
          </li>
          <li>{t('What people chose it for when they closed counts for the other from now on.')}</li>
          <li>{t('All versions of its answers go; the other’s stay as they are.')}</li>
          <li>{t('Until the next training the model still finds it, and those messages go to people.')}</li>
        </ul>
        <Problem error={merge.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={close}>{t('Cancel')}</Button>
          <SubmitButton pending={merge.isPending} doing={t('Merging…')} disabled={!target}>
            {t('Merge')}
          </SubmitButton>
        </div>
      </form>
    </Sheet>
  );
}
