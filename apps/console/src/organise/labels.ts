import { labelList, labelView, type LabelSettings, type LabelView } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { nothing, request } from '../connection/rest.js';

const key = ['labels'] as const;

export function useLabels() {
  return useQuery({
    queryKey: key,
    queryFn: () => request(labelList, 'GET', '/api/labels'),
    select: ({ labels }) => labels,
    staleTime: 5 * 60_000,
  });
}

function useRefreshLabels() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: key });
}

/** A new one where `id` is null. */
export function useSaveLabel(id: string | null) {
  return useMutation({
    mutationFn: (label: LabelSettings) =>
      id === null
        ? request(labelView, 'POST', '/api/labels', label)
        : request(labelView, 'PUT', `/api/labels/${encodeURIComponent(id)}`, label),
    onSuccess: useRefreshLabels(),
  });
}

export function useRemoveLabel() {
  return useMutation({
    mutationFn: ({ id }: LabelView) => request(nothing, 'DELETE', `/api/labels/${encodeURIComponent(id)}`),
    onSettled: useRefreshLabels(),
  });
}
