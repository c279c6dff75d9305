import { maySeeSetUp, maySetUp } from '../session/roles.js';
import { Database, Download, Plus, SearchX, ShieldOff } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../session/console-context.js';
import { Button } from '../ui/button.js';
import { GoOn } from '../ui/go-on.js';
import { Loaded } from '../ui/loaded.js';
import { Page } from '../ui/page.js';
import { Placeholder } from '../ui/states.js';
import { useSettled } from '../ui/use-settled.js';
import { AddExample } from './add-example.js';
import { ExampleFilters } from './example-filters.js';
import { ExamplesList } from './examples-list.js';
import { useIntentTable } from '../knowledge/queries.js';
import { useExamples, type ExampleFilter } from './queries.js';
import { t } from '../language/t.js';

const everything: ExampleFilter = { search: '', source: '', intentId: '', suspicious: false };
/** After the last key of a search, ms. */
const settleFor = 250;

/** The rows that the model learns from. */
export default function TrainingDataSettings() {
  const maySee = useConsole((state) => maySeeSetUp(state.me.role));
  if (!maySee) {
    return (
      <Placeholder icon={ShieldOff} page title={t('Training data is for supervisors and admins')}>
        {t('Your role does not allow this page. Ask an admin of your workspace if you need it.')}
      </Placeholder>
    );
  }
  return <TrainingData />;
}

function TrainingData() {
  const mayChange = useConsole((state) => maySetUp(state.me.role));
  const [filter, setFilter] = useState(everything);
  const [adding, setAdding] = useState(false);
  const search = useSettled(filter.search, settleFor);
  const intents = useIntentTable();
  const examples = useExamples({ ...filter, search });
  const total = examples.data?.pages[0]?.total;
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(everything);
  const more = () => void examples.fetchNextPage();

  return (
    <Page
      title={t('Training data')}
      description={t(
        'What the model learns from: a message and what it is about. Changes count from the next training on.',
      )}
      actions={
        <div className="flex flex-wrap gap-2">
          <a
            href="/api/knowledge/examples/export"
            download
            className="inline-flex h-8 items-center gap-1.5 rounded-lg border border-line bg-surface px-3 text-compact font-medium hover:bg-hover"
          >
            <Download size={15} aria-hidden /> {t('Export as CSV')}
          </a>
          {mayChange && (
            <Button tone="primary" disabled={!intents.data} onClick={() => setAdding(true)}>
              <Plus size={15} aria-hidden /> {t('Add a message')}
            </Button>
          )}
        </div>
      }
    >
      <ExampleFilters
        filter={filter}
        intents={intents.data?.intents ?? []}
        onChange={(changed) => setFilter({ ...filter, ...changed })}
      />
      <Loaded query={intents} what={t('The intents')}>
        {({ intents: rows }) => (
          <Loaded query={examples} what={t('The training data')}>
            {({ pages }) => (
              <section aria-label={t('Rows')} className="overflow-hidden rounded-2xl border border-line bg-surface">
                <p className="figures border-b border-line px-4 py-2 text-xs text-muted" aria-live="polite">
                  {filter.suspicious
                    ? t('{count} messages, the surest suspicions first', { count: total ?? 0 })
                    : t('{count} messages', { count: total ?? 0 })}
                </p>
                {total === 0 ? (
                  <Empty filter={filter} isFiltered={isFiltered} onReset={() => setFilter(everything)} />
                ) : (
                  <ExamplesList
                    examples={pages.flatMap((page) => page.examples)}
                    total={total ?? 0}
                    intents={rows}
                    mayChange={mayChange}
                    onMore={examples.hasNextPage && !examples.isFetching ? more : null}
                  />
                )}
              </section>
            )}
          </Loaded>
        )}
      </Loaded>
      {adding && intents.data && <AddExample intents={intents.data.intents} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Empty({ filter, isFiltered, onReset }: { filter: ExampleFilter; isFiltered: boolean; onReset: () => void }) {
  if (!isFiltered) {
    return (
      <div className="py-10">
        <Placeholder
          icon={Database}
          title={t('No training data yet')}
          action={<GoOn to="/set-up/tickets">{t('Add tickets')}</GoOn>}
        >
          {t('It comes from your tickets, from a starter kit, and from what agents say when they resolve.')}
        </Placeholder>
      </div>
    );
  }
  return (
    <div className="py-10">
      <Placeholder
        icon={SearchX}
        title={t('Nothing matches')}
        action={<Button onClick={onReset}>{t('Show everything')}</Button>}
      >
        {filter.suspicious
          ? t('The model agrees with every label that these filters leave.')
          : t('Try fewer words, or another intent or source.')}
      </Placeholder>
    </div>
  );
}
