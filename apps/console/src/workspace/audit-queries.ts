import { auditPage } from '#contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { request } from '../connection/rest.js';

/** Newest first; null: every action. */
export function useAudit(action: string | null) {
  return useInfiniteQuery({
    queryKey: ['audit', action],
    queryFn: ({ pageParam }) => {
      const asked = new URLSearchParams({ ...(action && { action }), ...(pageParam && { before: pageParam }) });
      return request(auditPage, 'GET', `/api/audit?${asked}`);
    },
    initialPageParam: '',
    getNextPageParam: (last) => (last.more ? last.entries.at(-1)?.id : undefined),
    staleTime: 0,
  });
}
