import type { InboxQuery, InboxView } from '#contracts';
import { RefreshCw, SearchX, TriangleAlert } from 'lucide-react';
import { lazy, Suspense, useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useClient, useConsole } from '../session/console-context.js';
import { views } from '../shell/views.js';
import { useShortcuts } from '../shell/use-shortcuts.js';
import { sameQuery } from '../store/inbox.js';
import { Button } from '../ui/button.js';
import { Loading, Placeholder } from '../ui/states.js';
import { emptyViews } from './empty-views.js';
import { ListBar, ListHeader } from './list-header.js';
import { filterSize, noFilter } from './query-address.js';
import { ConversationRows } from './conversation-rows.js';
import { RowBone } from './row-bone.js';
import { choose, useSelection } from './selection.js';
import { useInboxQuery } from './use-inbox-query.js';
import { t } from '../language/t.js';

const FilterChips = lazy(() => import('./filter-chips.js'));
const SelectionHeader = lazy(() => import('./selection-header.js'));

export function ConversationList({
  view,
  selected,
  onSearch,
}: {
  view: InboxView;
  selected: string | null;
  onSearch: () => void;
}) {
  const { query, change } = useInboxQuery(view);
  const client = useClient();
  const inbox = useConsole((state) => state.inbox);
  const chosen = useSelection().flatMap((id) => inbox.items.get(id) ?? []);
  const found = inbox.lists[view];
  const list = found && sameQuery(found.query, query) ? found : undefined;
  const filtered = filterSize(query.filter) > 0;
  const title = views.find((entry) => entry.view === view)?.title ?? '';

  useEffect(() => client.showView(query), [client, query]);
  useEffect(() => () => choose([]), [view]);
  useShortcuts({ '/': onSearch });

  return (
    <section aria-labelledby="list-title" className="flex h-full flex-col">
      {chosen.length > 0 ? (
        <Suspense fallback={<ListBar>{null}</ListBar>}>
          <SelectionHeader items={chosen} all={list?.ids.slice(0, 100) ?? []} />
        </Suspense>
      ) : (
        <ListHeader
          title={title}
          query={query}
          refreshing={list?.status === 'loading' && list.ids.length > 0}
          onChange={change}
          onSearch={onSearch}
        />
      )}
      {(filtered || query.sort !== null) && (
        <Suspense fallback={null}>
          <FilterChips query={query} onChange={(filter) => change({ filter })} />
        </Suspense>
      )}
      {list?.status === 'failed' && <Failed onRetry={() => void client.reloadView(query)} />}
      {list && list.ids.length > 0 ? (
        <ConversationRows title={title} list={list} selected={selected} />
      ) : list?.status === 'ready' ? (
        <Empty query={query} filtered={filtered} onAll={() => change({ filter: noFilter })} />
      ) : (
        list?.status !== 'failed' && <ListBones />
      )}
    </section>
  );
}

function Empty({ query, filtered, onAll }: { query: InboxQuery; filtered: boolean; onAll: () => void }) {
  const navigate = useNavigate();
  const { icon, title, text } = emptyViews[query.view];
  if (filtered) {
    return (
      <Placeholder
        icon={SearchX}
        title={t('Nothing passes the filter')}
        action={<Button onClick={onAll}>{t('Show all')}</Button>}
      >
        {t('Take a part of it off, or look in another view.')}
      </Placeholder>
    );
  }
  const more = query.view === 'mine' && (
    <Button onClick={() => void navigate('/inbox/waiting')}>{t('See who is waiting')}</Button>
  );
  return (
    <Placeholder icon={icon} title={title} action={more}>
      {text}
    </Placeholder>
  );
}

function Failed({ onRetry }: { onRetry: () => void }) {
  return (
    <div
      role="alert"
      className="flex items-center gap-2 border-b border-line bg-warn-soft px-4 py-2 text-compact text-warn"
    >
      <TriangleAlert size={15} className="shrink-0" aria-hidden />
      <span className="flex-1">{t('The list could not be loaded.')}</span>
      <Button small onClick={onRetry}>
        <RefreshCw size={13} aria-hidden /> {t('Try again')}
      </Button>
    </div>
  );
}

function ListBones() {
  return (
    <Loading what={t('conversations')}>
      {Array.from({ length: 7 }, (_, index) => (
        <RowBone key={index} />
      ))}
    </Loading>
  );
}
