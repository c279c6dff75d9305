import { cannedResponseList, cannedResponseView, type CannedResponseDraft } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { nothing, request } from '../connection/rest.js';

const key = ['canned-responses'] as const;
const path = (id: string) => `/api/canned-responses/${encodeURIComponent(id)}`;

export function useCannedResponses() {
  return useQuery({
    queryKey: key,
    queryFn: () => request(cannedResponseList, 'GET', '/api/canned-responses'),
    select: ({ cannedResponses }) => cannedResponses,
  });
}

/** `id: null` makes a new one. */
export function useSaveCannedResponse() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, draft }: { id: string | null; draft: CannedResponseDraft }) =>
      id === null
        ? request(cannedResponseView, 'POST', '/api/canned-responses', draft)
        : request(cannedResponseView, 'PUT', path(id), draft),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}

export function useRemoveCannedResponse() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request(nothing, 'DELETE', path(id)),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
}

/** A count is not worth an error. */
export function countUse(id: string): void {
  void request(nothing, 'POST', `${path(id)}/used`).catch(() => undefined);
}
