import { agentView, type AgentView } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { isSignedOut, nothing, request } from '../connection/rest.js';

const me = ['me'] as const;

/** The agent whose cookie this browser holds; null = nobody is signed in. */
export function useMe() {
  return useQuery({
    queryKey: me,
    queryFn: () =>
      request(agentView, 'GET', '/api/auth/me').catch((error: unknown) => {
        if (isSignedOut(error)) return null;
        throw error;
      }),
    staleTime: Infinity,
  });
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentials: { email: string; password: string }) =>
      request(agentView, 'POST', '/api/auth/login', credentials),
    onSuccess: (agent) => client.setQueryData<AgentView | null>(me, agent),
  });
}

/** Does what signs somebody in without a login, such as taking up an invitation, and lets them in. */
export function useEnter<T>(path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: T) => request(nothing, 'POST', path, body),
    onSuccess: () => client.refetchQueries({ queryKey: me }),
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request(nothing, 'POST', '/api/auth/logout'),
    onSettled: () => {
      client.setQueryData(me, null);
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== me[0] });
    },
  });
}

/** The server no longer accepts the session: ask who we are, which shows the login page if nobody. */
export function useRecheckSession(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: me });
}
