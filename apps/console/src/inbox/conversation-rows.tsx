import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useClient, useConsole } from '../session/console-context.js';
import { useShortcuts } from '../shell/use-shortcuts.js';
import { isUnread } from '../store/belonging.js';
import type { InboxList } from '../store/inbox.js';
import { ConversationRow } from './conversation-row.js';
import { RowBone } from './row-bone.js';
import { toggle, useSelection } from './selection.js';
import { t } from '../language/t.js';

const rowHeight = 84;
/** Rows before the end at which the next page is asked for. */
const ahead = 60;
/** A page that did not come is asked for again after this, ms: by then most limits and short failures are over. */
const againAfter = 2_000;

/** Only the rows on the screen are drawn, whatever the list's length. */
export function ConversationRows({
  title,
  list,
  selected,
}: {
  title: string;
  list: InboxList;
  selected: string | null;
}) {
  const { ids, query, nextCursor, status } = list;
  const items = useConsole((state) => state.inbox.items);
  const reads = useConsole((state) => state.inbox.reads);
  const chosen = useSelection();
  const client = useClient();
  const { search } = useLocation();
  const scroller = useRef<HTMLDivElement>(null);
  // Another function would have every row of the list measured again, at every step of a scroll.
  const getItemKey = useCallback((index: number) => ids[index] ?? index, [ids]);
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are used here and not handed on
  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey,
    overscan: 8,
  });
  const visible = virtualizer.getVirtualItems();

  const reachedEnd = (visible.at(-1)?.index ?? 0) >= ids.length - ahead;
  const wantsMore = nextCursor !== null && reachedEnd;
  useEffect(() => {
    if (!wantsMore) return;
    if (status === 'ready') void client.moreOf(query);
    if (status !== 'more-failed') return;
    const again = setTimeout(() => void client.moreOf(query), againAfter);
    return () => clearTimeout(again);
  }, [client, query, wantsMore, status]);

  const focused = () => document.activeElement?.getAttribute('data-conversation') ?? selected;
  const step = (by: 1 | -1) => {
    const index = ids.indexOf(focused() ?? '');
    const next = index < 0 ? 0 : Math.min(ids.length - 1, Math.max(0, index + by));
    virtualizer.scrollToIndex(next);
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"] a`)?.focus());
  };
  const chooseFocused = () => {
    const id = focused();
    if (id) toggle(id);
  };
  useShortcuts({
    ...{ j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1) },
    x: chooseFocused,
  });

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto" tabIndex={-1}>
      <ul className="relative" style={{ height: virtualizer.getTotalSize() }} aria-label={title}>
        {visible.map(({ index, start, key }) => {
          const item = items.get(ids[index] ?? '');
          return (
            item && (
              <li
                key={key}
                data-index={index}
                aria-setsize={nextCursor ? -1 : ids.length}
                aria-posinset={index + 1}
                className="absolute inset-x-0 top-0"
                style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              >
                <ConversationRow
                  item={item}
                  to={`/inbox/${query.view}/${item.id}${search}`}
                  selected={item.id === selected}
                  chosen={chosen.includes(item.id)}
                  choosing={chosen.length > 0}
                  unread={isUnread(item, reads[item.id])}
                />
              </li>
            )
          );
        })}
      </ul>
      <Rest status={status} />
    </div>
  );
}

/** Under the last row, where the next page will be. */
function Rest({ status }: { status: InboxList['status'] }) {
  if (status === 'more-failed')
    return (
      <p role="status" className="px-4 py-3 text-center text-compact text-muted">
        {t('More could not be loaded. It is asked for again in a moment.')}
      </p>
    );
  return status === 'loading-more' && <RowBone />;
}
