import { agentView, type AgentView } from '#contracts';
import { useMutation, useQuery, useQueryClient, type Query } from '@tanstack/react-query';
import { isSignedOut, nothing, request } from '../connection/rest.js';

const me = ['me'] as const;

/** What one user has read is not for the next. */
const isAnothers = ({ queryKey }: Query) => queryKey[0] !== me[0];

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

/** Does what signs somebody in without a login, such as taking up an invitation, and lets them in instead of whoever was. */
export function useEnter<T>(path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: T) => request(nothing, 'POST', path, body),
    onSuccess: async () => {
      await client.refetchQueries({ queryKey: me });
      client.removeQueries({ type: 'inactive', predicate: isAnothers });
    },
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request(nothing, 'POST', '/api/auth/logout'),
    onSettled: () => {
      client.setQueryData(me, null);
      client.removeQueries({ predicate: isAnothers });
    },
  });
}

/** Asks who we are again: our name may be another, or the server no longer accepts the session, which shows the login page. */
export function useRecheckSession(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: me });
}
