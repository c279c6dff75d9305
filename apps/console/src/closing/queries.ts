import { closingView, type ConversationItem, type IntentLabelInput } from '#contracts';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { nothing, request } from '../connection/rest.js';

/** What closing it would teach, or has taught; read again with every message and every change of owner. */
export function useClosing({ id, lastSeq, owner }: ConversationItem) {
  return useQuery({
    queryKey: ['closing', id, lastSeq, owner.epoch],
    queryFn: () => request(closingView, 'GET', `/api/conversations/${id}/closing`),
    placeholderData: keepPreviousData,
  });
}

export function useRelabel(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (labels: IntentLabelInput[]) =>
      request(nothing, 'PUT', `/api/conversations/${id}/intent-labels`, { labels }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['closing', id] }),
  });
}
