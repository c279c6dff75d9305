import { maySetUp } from '../session/roles.js';
import type { InboxDetail } from '#contracts';
import { Inbox, Plus } from 'lucide-react';
import { useState } from 'react';
import { attempt, useConsole } from '../session/console-context.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { cx } from '../ui/cx.js';
import { Confirm } from '../ui/dialog.js';
import { Loaded } from '../ui/loaded.js';
import { Page } from '../ui/page.js';
import { Placeholder } from '../ui/states.js';
import { CheckPage } from './check-page.js';
import { IdentityKeys } from './identity-keys.js';
import { InboxForm } from './inbox-form.js';
import { useInboxes, useSwitchInbox } from './queries.js';
import { SnippetCard } from './snippet-card.js';
import { t } from '../language/t.js';

const isNew = 'new';

export default function InboxesSettings() {
  const mayChange = useConsole((state) => maySetUp(state.me.role));
  const inboxes = useInboxes();
  const [chosen, setChosen] = useState<string | null>(null);
  const list = inboxes.data?.inboxes ?? [];
  const inbox = chosen === isNew ? null : (list.find(({ id }) => id === chosen) ?? list[0] ?? null);
  return (
    <Page
      title={t('Inboxes')}
      description={t('An inbox is one chat on one shop’s pages: its look, its words, and where it may be.')}
      actions={
        mayChange && (
          <Button tone="primary" onClick={() => setChosen(isNew)}>
            <Plus size={15} aria-hidden /> {t('New inbox')}
          </Button>
        )
      }
    >
      <Loaded query={inboxes} what={t('The inboxes')}>
        {({ publicUrl }) => (
          <div className="space-y-6">
            <Card title={t('All inboxes')}>
              {list.length === 0 && (
                <Placeholder icon={Inbox} title={t('No inbox yet')}>
                  {t('Make the first one below; its code goes into your shop’s pages.')}
                </Placeholder>
              )}
              <ul className="divide-y divide-line">
                {list.map((entry) => (
                  <InboxRow
                    key={entry.id}
                    inbox={entry}
                    current={entry === inbox}
                    mayChange={mayChange}
                    choose={() => setChosen(entry.id)}
                  />
                ))}
              </ul>
            </Card>
            {(inbox || mayChange) && (
              <InboxForm
                key={inbox?.id ?? isNew}
                inbox={inbox}
                mayChange={mayChange}
                onSaved={({ id }) => setChosen(id)}
              />
            )}
            {inbox && (
              <>
                <SnippetCard inbox={inbox} publicUrl={publicUrl} />
                <CheckPage key={inbox.id} inbox={inbox} mayChange={mayChange} />
                <IdentityKeys inbox={inbox} mayChange={mayChange} />
              </>
            )}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function InboxRow({
  inbox,
  current,
  mayChange,
  choose,
}: {
  inbox: InboxDetail;
  current: boolean;
  mayChange: boolean;
  choose: () => void;
}) {
  const [asking, setAsking] = useState(false);
  const change = useSwitchInbox();
  const off = inbox.disabledAt !== null;
  const turn = (on: boolean) =>
    void attempt(
      change.mutateAsync({ id: inbox.id, on }),
      on ? t('The chat is back.') : t('The chat is gone from the pages.'),
    );
  return (
    <li className={cx('flex items-center gap-3 px-4 py-2', current && 'bg-accent-soft/60')}>
      <button
        type="button"
        aria-current={current || undefined}
        onClick={choose}
        className="flex min-w-0 flex-1 items-center gap-3 rounded-lg text-left"
      >
        <span
          aria-hidden
          className="size-5 shrink-0 rounded-full border border-line"
          style={{ background: inbox.appearance.accent }}
        />
        <span className="min-w-0">
          <span className="block truncate text-compact font-medium">{inbox.name}</span>
          <span className="block truncate text-xs text-muted">
            {inbox.allowedOrigins.length === 0 ? t('Any site') : inbox.allowedOrigins.join(', ')}
          </span>
        </span>
      </button>
      {off && <Badge>{t('Off')}</Badge>}
      {mayChange && (
        <Button small disabled={change.isPending} onClick={() => (off ? turn(true) : setAsking(true))}>
          {off ? t('Turn on') : t('Turn off')}
        </Button>
      )}
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t('Turn off {name}?', { name: inbox.name })}
        action={t('Turn off')}
        danger
        onConfirm={() => turn(false)}
      >
        {t('The chat goes from every page that has its code. Conversations are kept, and it can be turned on again.')}
      </Confirm>
    </li>
  );
}
