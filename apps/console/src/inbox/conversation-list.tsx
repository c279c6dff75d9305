import type { InboxView } from '#contracts';
import { useVirtualizer } from '@tanstack/react-virtual';
import { LoaderCircle, RefreshCw, TriangleAlert } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { useClient, useConsole } from '../session/console-context.js';
import { views } from '../shell/views.js';
import { useShortcuts } from '../shell/use-shortcuts.js';
import { rowsOf } from '../store/inbox.js';
import { Button } from '../ui/button.js';
import { Bone, Loading, Placeholder } from '../ui/states.js';
import { ConversationRow } from './conversation-row.js';
import { emptyViews } from './empty-views.js';

const rowHeight = 84;

export function ConversationList({ view, selected }: { view: InboxView; selected: string | null }) {
  const inbox = useConsole((state) => state.inbox);
  const me = useConsole((state) => state.me.id);
  const client = useClient();
  const rows = useMemo(() => rowsOf(inbox, view, me), [inbox, view, me]);
  const list = inbox.lists[view];
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are used here and not handed on
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
  });
  const visible = virtualizer.getVirtualItems();

  const reachedEnd = (visible.at(-1)?.index ?? 0) >= rows.length - 10;
  const wantsMore = list?.status === 'ready' && list.nextCursor !== null && reachedEnd;
  useEffect(() => {
    if (wantsMore) void client.moreOf(view);
  }, [client, view, wantsMore]);

  const step = (by: 1 | -1) => {
    const focused = document.activeElement?.getAttribute('data-conversation') ?? selected;
    const index = rows.findIndex((row) => row.id === focused);
    const next = index < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, index + by));
    if (!rows[next]) return;
    virtualizer.scrollToIndex(next);
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"] a`)?.focus());
  };
  useShortcuts({ j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1) });

  const title = views.find((entry) => entry.view === view)?.title ?? '';
  const empty = emptyViews[view];
  return (
    <section aria-labelledby="list-title" className="flex h-full flex-col">
      <header className="flex h-14 shrink-0 items-center gap-2 border-b border-line px-4">
        <h1 id="list-title" className="flex-1 text-base font-semibold tracking-tight">
          {title}
        </h1>
        {list?.status === 'loading' && rows.length > 0 && (
          <LoaderCircle size={15} className="animate-spin text-faint" aria-label="Refreshing" />
        )}
      </header>
      {list?.status === 'failed' && (
        <div
          role="alert"
          className="flex items-center gap-2 border-b border-line bg-warn-soft px-4 py-2 text-compact text-warn"
        >
          <TriangleAlert size={15} className="shrink-0" aria-hidden />
          <span className="flex-1">The list could not be loaded.</span>
          <Button small onClick={() => void client.reloadView(view)}>
            <RefreshCw size={13} aria-hidden /> Try again
          </Button>
        </div>
      )}
      <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto" tabIndex={rows.length === 0 ? undefined : -1}>
        {rows.length > 0 ? (
          <ul className="relative" style={{ height: virtualizer.getTotalSize() }} aria-label={title}>
            {visible.map(({ index, start, key }) => {
              const item = rows[index];
              return (
                item && (
                  <li
                    key={key}
                    data-index={index}
                    aria-setsize={list?.nextCursor ? -1 : rows.length}
                    aria-posinset={index + 1}
                    className="absolute inset-x-0 top-0"
                    style={{ height: rowHeight, transform: `translateY(${start}px)` }}
                  >
                    <ConversationRow item={item} view={view} selected={item.id === selected} />
                  </li>
                )
              );
            })}
          </ul>
        ) : list?.status === 'ready' ? (
          <Placeholder icon={empty.icon} title={empty.title}>
            {empty.text}
          </Placeholder>
        ) : (
          list?.status !== 'failed' && <ListBones />
        )}
      </div>
    </section>
  );
}

function ListBones() {
  return (
    <Loading what="conversations">
      {Array.from({ length: 7 }, (_, index) => (
        <div key={index} className="flex gap-3 px-4 py-3.5">
          <Bone className="size-8 rounded-full" />
          <div className="flex-1 space-y-2">
            <Bone className="h-3.5 w-1/2" />
            <Bone className="h-3 w-full" />
            <Bone className="h-3 w-1/3" />
          </div>
        </div>
      ))}
    </Loading>
  );
}
