import type { CannedResponseView } from '#contracts';
import { Lock, MessageSquareQuote, Plus, Users, Zap } from 'lucide-react';
import { useState } from 'react';
import { attempt, useConsole } from '../session/console-context.js';
import { maySeeSetUp } from '../session/roles.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { Confirm } from '../ui/dialog.js';
import { ago } from '../ui/format.js';
import { Loaded } from '../ui/loaded.js';
import { Page } from '../ui/page.js';
import { Placeholder } from '../ui/states.js';
import { useNow } from '../ui/use-now.js';
import { CannedEditor } from './canned-editor.js';
import { useCannedResponses, useRemoveCannedResponse } from './queries.js';
import { t } from '../language/t.js';

const isNew = 'new';

export default function CannedSettings() {
  const mayShare = useConsole((state) => maySeeSetUp(state.me.role));
  const cannedResponses = useCannedResponses();
  const remove = useRemoveCannedResponse();
  const [editing, setEditing] = useState<CannedResponseView | typeof isNew | null>(null);
  const [removing, setRemoving] = useState<CannedResponseView | null>(null);
  const add = (
    <Button tone="primary" onClick={() => setEditing(isNew)}>
      <Plus size={15} aria-hidden /> {t('New canned reply')}
    </Button>
  );
  return (
    <Page
      title={t('Canned replies')}
      description={t(
        'What is written again and again: type / in a reply, then its shortcut. With actions it is a macro.',
      )}
      actions={add}
    >
      <Loaded query={cannedResponses} what={t('The canned replies')}>
        {(all) => (
          <Card title={t('All canned replies')}>
            {all.length === 0 && (
              <Placeholder icon={MessageSquareQuote} title={t('No canned reply yet')} action={add}>
                {t('A greeting, how to return something, a goodbye: keep here what you would write a hundred times.')}
              </Placeholder>
            )}
            <ul className="divide-y divide-line">
              {all.map((entry) => (
                <Row
                  key={entry.id}
                  entry={entry}
                  mayChange={mayShare || !entry.shared}
                  onEdit={() => setEditing(entry)}
                  onRemove={() => setRemoving(entry)}
                />
              ))}
            </ul>
          </Card>
        )}
      </Loaded>
      {editing && (
        <CannedEditor entry={editing === isNew ? null : editing} mayShare={mayShare} close={() => setEditing(null)} />
      )}
      <Confirm
        open={removing !== null}
        onOpenChange={(open) => open || setRemoving(null)}
        title={t('Delete /{shortcut}?', { shortcut: removing?.shortcut ?? '' })}
        action={t('Delete')}
        danger
        onConfirm={() => removing && void attempt(remove.mutateAsync(removing.id), t('Deleted.'))}
      >
        {removing?.shared ? t('It goes for every agent.') : t('Nobody else has it.')}{' '}
        {t('What was sent with it stays.')}
      </Confirm>
    </Page>
  );
}

function Row({
  entry,
  mayChange,
  onEdit,
  onRemove,
}: {
  entry: CannedResponseView;
  mayChange: boolean;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const now = useNow();
  const { shortcut, title, text, shared, actions, usageCount, lastUsedAt } = entry;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-48 flex-1">
        <p className="flex flex-wrap items-center gap-2 text-compact">
          <span className="font-semibold">/{shortcut}</span>
          <span dir="auto">{title}</span>
          <Badge>
            {shared ? <Users size={12} aria-hidden /> : <Lock size={12} aria-hidden />}{' '}
            {shared ? t('Shared') : t('Yours')}
          </Badge>
          {actions.length > 0 && (
            <Badge>
              <Zap size={12} aria-hidden /> {t('Macro')}
            </Badge>
          )}
        </p>
        <p dir="auto" className="line-clamp-2 text-xs wrap-anywhere text-muted">
          {text}
        </p>
      </div>
      <span className="figures text-xs text-muted">
        {lastUsedAt === null
          ? t('Never used')
          : t('Used {count} times, {when}', { count: usageCount, when: ago(lastUsedAt, now) })}
      </span>
      {mayChange && (
        <span className="flex gap-2">
          <Button small onClick={onEdit} aria-label={t('Edit /{shortcut}', { shortcut })}>
            {t('Edit')}
          </Button>
          <Button small tone="quiet" onClick={onRemove} aria-label={t('Delete /{shortcut}', { shortcut })}>
            {t('Delete')}
          </Button>
        </span>
      )}
    </li>
  );
}
