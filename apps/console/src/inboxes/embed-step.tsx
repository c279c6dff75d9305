import { maySetUp } from '../session/roles.js';
import { useState } from 'react';
import { useConsole } from '../session/console-context.js';
import { Loaded } from '../ui/loaded.js';
import { Page } from '../ui/page.js';
import { Select } from '../ui/select.js';
import { CheckPage } from './check-page.js';
import { InboxForm } from './inbox-form.js';
import { useInboxes } from './queries.js';
import { SnippetCard } from './snippet-card.js';
import { t } from '../language/t.js';

/** The set-up's way to a chat on the shop's page: one inbox, made if there is none, its code, and the proof that it runs. */
export default function EmbedStep() {
  const mayChange = useConsole((state) => maySetUp(state.me.role));
  const inboxes = useInboxes();
  const [chosen, setChosen] = useState<string | null>(null);
  const inService = inboxes.data?.inboxes.filter(({ disabledAt }) => disabledAt === null) ?? [];
  const inbox = inService.find(({ id }) => id === chosen) ?? inService[0] ?? null;
  return (
    <Page
      title={t('Put the chat on your page')}
      description={t('Choose its colours, paste one line of code, and see that it runs.')}
      actions={
        inService.length > 1 &&
        inbox && (
          <div className="w-56">
            <Select
              label={t('Inbox')}
              value={inbox.id}
              onChange={setChosen}
              options={inService.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </div>
        )
      }
    >
      <Loaded query={inboxes} what={t('The inboxes')}>
        {({ publicUrl }) => (
          <div className="space-y-6">
            <InboxForm
              key={inbox?.id ?? 'new'}
              inbox={inbox}
              mayChange={mayChange}
              onSaved={({ id }) => setChosen(id)}
            />
            {inbox && (
              <>
                <SnippetCard inbox={inbox} publicUrl={publicUrl} />
                <CheckPage key={inbox.id} inbox={inbox} mayChange={mayChange} />
              </>
            )}
          </div>
        )}
      </Loaded>
    </Page>
  );
}
