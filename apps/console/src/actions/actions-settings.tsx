import { maySetUp } from '../session/roles.js';
import { Plus, Workflow } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../session/console-context.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { cx } from '../ui/cx.js';
import { Loaded } from '../ui/loaded.js';
import { Page } from '../ui/page.js';
import { Placeholder } from '../ui/states.js';
import { ActionEditor } from './action-editor.js';
import { useActions } from './queries.js';
import { identityOptions } from './words.js';
import { t } from '../language/t.js';

const isNew = 'new';

export default function ActionsSettings() {
  const mayChange = useConsole((state) => maySetUp(state.me.role));
  const actions = useActions();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Page
      title={t('Actions')}
      description={t(
        'An action is a call to your shop: the bot asks it for an order’s status, say, and answers with what it says.',
      )}
      actions={
        mayChange && (
          <Button tone="primary" onClick={() => setChosen(isNew)}>
            <Plus size={15} aria-hidden /> {t('New action')}
          </Button>
        )
      }
    >
      <Loaded query={actions} what={t('The actions')}>
        {({ actions: all }) => {
          const action = chosen === isNew ? null : (all.find(({ id }) => id === chosen) ?? all[0] ?? null);
          return (
            <div className="space-y-6">
              <Card title={t('All actions')}>
                {all.length === 0 && (
                  <Placeholder icon={Workflow} title={t('No action yet')}>
                    {t('Answers can do without: an action is for what changes from customer to customer.')}
                  </Placeholder>
                )}
                <ul className="divide-y divide-line">
                  {all.map((entry) => (
                    <li key={entry.id}>
                      <button
                        type="button"
                        aria-current={entry === action || undefined}
                        onClick={() => setChosen(entry.id)}
                        className={cx(
                          'flex w-full flex-wrap items-center gap-x-4 gap-y-0.5 px-4 py-2.5 text-left hover:bg-hover focus-visible:-outline-offset-2',
                          entry === action && 'bg-accent-soft/60',
                        )}
                      >
                        <span className="min-w-40 flex-1 text-compact font-medium">{entry.title}</span>
                        <span className="text-xs text-muted">
                          {identityOptions.find(({ value }) => value === entry.identity)?.label} ·{' '}
                          {entry.usedBy.length === 0
                            ? t('no answer needs it')
                            : t('for {answers}', { answers: entry.usedBy.map(({ title }) => title).join(', ') })}
                        </span>
                      </button>
                    </li>
                  ))}
                </ul>
              </Card>
              {(action || (mayChange && chosen === isNew)) && (
                <ActionEditor
                  key={action?.id ?? isNew}
                  action={action}
                  mayChange={mayChange}
                  onSaved={({ id }) => setChosen(id)}
                  onDeleted={() => setChosen(null)}
                />
              )}
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}
