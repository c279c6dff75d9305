import { searchPage } from '#contracts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { request } from '../connection/rest.js';

export function useSearch(typed: string) {
  const q = typed.trim();
  return useInfiniteQuery({
    queryKey: ['search', q],
    queryFn: ({ pageParam }) => {
      const params = new URLSearchParams({ q, ...(pageParam ? { before: pageParam } : {}) });
      return request(searchPage, 'GET', `/api/search?${params.toString()}`);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}
