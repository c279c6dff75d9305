import type { InboxQuery } from '#contracts';
import { LoaderCircle, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../ui/button.js';
import { FilterMenu } from './filter-menu.js';
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
    <ListBar>
      <h1 id="list-title" className="min-w-0 flex-1 truncate text-base font-semibold tracking-tight">
        {title}
      </h1>
      {refreshing && <LoaderCircle size={15} className="animate-spin text-faint" aria-label={t('Refreshing')} />}
      <IconButton label={t('Search')} title={t('Search (/)')} onClick={onSearch}>
        <Search size={16} aria-hidden />
      </IconButton>
      <FilterMenu filter={query.filter} onChange={(filter) => onChange({ filter })} />
      <SortMenu query={query} onChange={(sort) => onChange({ sort })} />
    </ListBar>
  );
}

export function ListBar({ children }: { children: ReactNode }) {
  return <header className="flex min-h-14 shrink-0 items-center gap-1 border-b border-line px-3">{children}</header>;
}
