import type { InboxQuery, InboxView } from '#contracts';
import { useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { queryOf, searchOf } from './query-address.js';

/** The list of the page's address: another sort or filter is another address, so that it can be gone back to and sent around. */
export function useInboxQuery(view: InboxView): {
  query: InboxQuery;
  change: (patch: Partial<Pick<InboxQuery, 'sort' | 'filter'>>) => void;
} {
  const { search, pathname } = useLocation();
  const navigate = useNavigate();
  const query = useMemo(() => queryOf(view, search), [view, search]);
  return {
    query,
    change: (patch) => void navigate(pathname + searchOf({ ...query, ...patch }), { replace: true }),
  };
}
