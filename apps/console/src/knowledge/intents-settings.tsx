import { maySetUp } from '../session/roles.js';
import type { IntentRow } from '#contracts';
import { MessageSquareText, Plus, Search } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { searchIntents } from '../conversation/intents.js';
import { useConsole } from '../session/console-context.js';
import { Button } from '../ui/button.js';
import { fieldClass } from '../ui/field.js';
import { Loaded } from '../ui/loaded.js';
import { Page } from '../ui/page.js';
import { Placeholder } from '../ui/states.js';
import { CreateIntentDialog } from './create-intent-dialog.js';
import { IntentPage } from './intent-page.js';
import { IntentsTable } from './intents-table.js';
import { useIntentTable } from './queries.js';
import { t } from '../language/t.js';

/** The table, or one intent of it: `?intent=ID`, so that "back" leads back. */
export default function IntentsSettings() {
  const mayChange = useConsole((state) => maySetUp(state.me.role));
  const table = useIntentTable();
  const [address, setAddress] = useSearchParams();
  const chosen = address.get('intent');
  const open = (id: string | null) => setAddress(id ? { intent: id } : {});
  if (chosen) return <IntentPage key={chosen} id={chosen} mayChange={mayChange} open={open} />;
  return <IntentsPage table={table} mayChange={mayChange} open={open} />;
}

function IntentsPage({
  table,
  mayChange,
  open,
}: {
  table: ReturnType<typeof useIntentTable>;
  mayChange: boolean;
  open: (id: string) => void;
}) {
  const [words, setWords] = useState('');
  const [creating, setCreating] = useState(false);
  return (
    <Page
      title={t('Intents and answers')}
      description={t('What customers want, how often, and what the bot says. Figures are of the last 30 days.')}
      actions={
        mayChange && (
          <Button tone="primary" onClick={() => setCreating(true)}>
            <Plus size={15} aria-hidden /> {t('New intent')}
          </Button>
        )
      }
    >
      <Loaded query={table} what={t('The intents')}>
        {({ intents }) => (
          <section aria-label={t('Intents')} className="overflow-hidden rounded-2xl border border-line bg-surface">
            {intents.length > 0 && (
              <div className="relative border-b border-line p-3">
                <Search size={15} className="absolute top-5.5 start-6 text-faint" aria-hidden />
                <input
                  type="search"
                  aria-label={t('Search intents')}
                  placeholder={t('Search')}
                  className={`${fieldClass} max-w-80 ps-9`}
                  value={words}
                  onChange={(event) => setWords(event.target.value)}
                />
              </div>
            )}
            <Rows intents={intents} words={words} open={open} />
          </section>
        )}
      </Loaded>
      {creating && <CreateIntentDialog close={() => setCreating(false)} onCreated={open} />}
    </Page>
  );
}

function Rows({ intents, words, open }: { intents: IntentRow[]; words: string; open: (id: string) => void }) {
  const found = searchIntents(intents, words);
  if (intents.length === 0) {
    return (
      <Placeholder icon={MessageSquareText} title={t('No intents yet')}>
        {t('They come from your tickets or from a starter kit, in the set-up. You can also make one by hand.')}
      </Placeholder>
    );
  }
  if (found.length === 0) {
    return (
      <Placeholder icon={Search} title={t('Nothing matches')}>
        {t('No intent has these words in its title, name or description.')}
      </Placeholder>
    );
  }
  return <IntentsTable intents={found} onOpen={open} />;
}
