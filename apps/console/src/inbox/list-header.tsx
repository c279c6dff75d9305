import type { ConversationItem, InboxQuery } from '#contracts';
import { LoaderCircle, Search, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { ResolveChosen } from '../closing/resolve-chosen.js';
import { OrganiseBar, type OrganiseMenu } from '../organise/organise-bar.js';
import { useShortcuts } from '../shell/use-shortcuts.js';
import { IconButton } from '../ui/button.js';
import { FilterMenu } from './filter-menu.js';
import { choose } from './selection.js';
import { SortMenu } from './sort-menu.js';
import { t } from '../language/t.js';

export function ListHeader({
  title,
  query,
  refreshing,
  onChange,
  onSearch,
}: {
  title: string;
  query: InboxQuery;
  refreshing: boolean;
  onChange: (patch: Partial<Pick<InboxQuery, 'sort' | 'filter'>>) => void;
  onSearch: () => void;
}) {
  return (
    <Bar>
      <h1 id="list-title" className="min-w-0 flex-1 truncate text-base font-semibold tracking-tight">
        {title}
      </h1>
      {refreshing && <LoaderCircle size={15} className="animate-spin text-faint" aria-label={t('Refreshing')} />}
      <IconButton label={t('Search')} title={t('Search (/)')} onClick={onSearch}>
        <Search size={16} aria-hidden />
      </IconButton>
      <FilterMenu filter={query.filter} onChange={(filter) => onChange({ filter })} />
      <SortMenu query={query} onChange={(sort) => onChange({ sort })} />
    </Bar>
  );
}

/** In the header's place while rows are chosen. */
export function SelectionHeader({ items, all }: { items: readonly ConversationItem[]; all: readonly string[] }) {
  const [menu, setMenu] = useState<OrganiseMenu | null>(null);
  const clear = () => choose([]);
  useShortcuts({ Escape: clear });
  return (
    <Bar>
      <h1 id="list-title" className="flex-1 text-compact font-semibold" aria-live="polite">
        {t('{count} chosen', { count: items.length })}
      </h1>
      {items.length < all.length && (
        <button
          type="button"
          onClick={() => choose(all)}
          className="text-xs font-medium text-accent underline underline-offset-2"
        >
          {t('All {count}', { count: all.length })}
        </button>
      )}
      <OrganiseBar items={items} keys open={menu} onOpen={setMenu} />
      <ResolveChosen items={items} />
      <IconButton label={t('Choose none')} title={t('Choose none (Esc)')} onClick={clear}>
        <X size={16} aria-hidden />
      </IconButton>
    </Bar>
  );
}

function Bar({ children }: { children: ReactNode }) {
  return <header className="flex min-h-14 shrink-0 items-center gap-1 border-b border-line px-3">{children}</header>;
}
