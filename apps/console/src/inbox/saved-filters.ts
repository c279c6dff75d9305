import { savedFilterList, savedFilterView, type SavedFilterSettings } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { nothing, request } from '../connection/rest.js';

const key = ['saved-filters'] as const;

export function useSavedFilters() {
  return useQuery({
    queryKey: key,
    queryFn: () => request(savedFilterList, 'GET', '/api/saved-filters'),
    select: ({ savedFilters }) => savedFilters,
    staleTime: 5 * 60_000,
  });
}

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: key });
}

export function useSaveFilter() {
  return useMutation({
    mutationFn: (settings: SavedFilterSettings) => request(savedFilterView, 'POST', '/api/saved-filters', settings),
    onSuccess: useRefresh(),
  });
}

export function useRemoveSavedFilter() {
  return useMutation({
    mutationFn: (id: string) => request(nothing, 'DELETE', `/api/saved-filters/${encodeURIComponent(id)}`),
    onSettled: useRefresh(),
  });
}
