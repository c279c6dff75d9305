import type { LabelView } from '#contracts';
import { Pencil, Plus, Tag, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { Confirm } from '../ui/dialog.js';
import { Loaded } from '../ui/loaded.js';
import { Page } from '../ui/page.js';
import { Placeholder } from '../ui/states.js';
import { attempt } from '../session/console-context.js';
import { LabelSheet } from './label-sheet.js';
import { useLabels, useRemoveLabel } from './labels.js';
import { t } from '../language/t.js';

export default function LabelsSettings() {
  const labels = useLabels();
  const remove = useRemoveLabel();
  const [edited, setEdited] = useState<LabelView | 'new' | null>(null);
  const [removed, setRemoved] = useState<LabelView | null>(null);
  return (
    <Page
      title={t('Labels')}
      description={t('What agents mark conversations with, to find and filter them.')}
      actions={
        <Button tone="primary" onClick={() => setEdited('new')}>
          <Plus size={15} aria-hidden /> {t('New label')}
        </Button>
      }
    >
      <Loaded query={labels} what={t('The labels')}>
        {(all) => (
          <Card title={t('{count} labels', { count: all.length })}>
            {all.length === 0 && (
              <div className="h-56">
                <Placeholder icon={Tag} title={t('No labels yet')}>
                  {t('Make one for what the model’s intents do not say: “VIP”, “waits for the supplier”.')}
                </Placeholder>
              </div>
            )}
            <ul className="max-w-3xl divide-y divide-line" aria-label={t('Labels')}>
              {all.map((label) => (
                <li key={label.id} className="flex items-center gap-3 px-4 py-2.5 text-compact">
                  <span
                    aria-hidden
                    className="size-3 shrink-0 rounded-full"
                    style={{ backgroundColor: label.colour }}
                  />
                  <span className="min-w-0 flex-1 truncate font-medium" dir="auto">
                    {label.name}
                  </span>
                  <span className="figures text-muted">
                    {t('{count} conversations', { count: label.nConversations })}
                  </span>
                  <IconButton label={t('Edit {name}', { name: label.name })} onClick={() => setEdited(label)}>
                    <Pencil size={15} aria-hidden />
                  </IconButton>
                  <IconButton label={t('Remove {name}', { name: label.name })} onClick={() => setRemoved(label)}>
                    <Trash2 size={15} aria-hidden />
                  </IconButton>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </Loaded>
      {edited && <LabelSheet label={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      <Confirm
        open={removed !== null}
        onOpenChange={() => setRemoved(null)}
        title={t('Remove “{name}”?', { name: removed?.name ?? '' })}
        action={t('Remove')}
        danger
        onConfirm={() =>
          removed && void attempt(remove.mutateAsync(removed), t('“{name}” is removed.', { name: removed.name }))
        }
      >
        {t('It comes off {count} conversations. The conversations themselves stay.', {
          count: removed?.nConversations ?? 0,
        })}
      </Confirm>
    </Page>
  );
}
