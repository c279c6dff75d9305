import { actionList, actionView, testAction, testedAction, type ActionSettings } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { nothing, request } from '../connection/rest.js';

export function useActions() {
  return useQuery({ queryKey: ['actions'], queryFn: () => request(actionList, 'GET', '/api/actions') });
}

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['actions'] });
}

/** Without an id: a new one. */
export function useSaveAction() {
  return useMutation({
    mutationFn: ({ id, settings }: { id: string | null; settings: ActionSettings }) =>
      request(
        actionView,
        id ? 'PUT' : 'POST',
        id ? `/api/actions/${encodeURIComponent(id)}` : '/api/actions',
        settings,
      ),
    onSuccess: useRefresh(),
  });
}

export function useDeleteAction() {
  return useMutation({
    mutationFn: (id: string) => request(nothing, 'DELETE', `/api/actions/${encodeURIComponent(id)}`),
    onSuccess: useRefresh(),
  });
}

export function useTestAction() {
  return useMutation({
    mutationFn: (test: z.infer<typeof testAction>) => request(testedAction, 'POST', '/api/actions/test', test),
  });
}
