import { sessionList } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { nothing, request } from '../connection/rest.js';

const key = ['sessions'] as const;

export function useSessions() {
  return useQuery({ queryKey: key, queryFn: () => request(sessionList, 'GET', '/api/account/sessions') });
}

function useRefreshSessions() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: key });
}

export function useRevokeSession() {
  return useMutation({
    mutationFn: (id: string) => request(nothing, 'DELETE', `/api/account/sessions/${encodeURIComponent(id)}`),
    onSettled: useRefreshSessions(),
  });
}

/** Ends every other session of this user. */
export function useChangePassword() {
  return useMutation({
    mutationFn: (change: { currentPassword: string; newPassword: string }) =>
      request(nothing, 'PUT', '/api/account/password', change),
    onSuccess: useRefreshSessions(),
  });
}
