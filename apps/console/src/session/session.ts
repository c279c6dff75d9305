import { agentView, BatonError } from '#contracts';
import { useMutation, useQuery, useQueryClient, type Query } from '@tanstack/react-query';
import { isSignedOut, nothing, request } from '../connection/rest.js';

const me = ['me'] as const;

/** What one user has read is not for the next. */
const isAnothers = ({ queryKey }: Query) => queryKey[0] !== me[0];

/** In place of the agent: somebody who has to choose a password before anything else. */
export const choosesPassword = 'chooses a password';

/** The server has ended a session that was under way: nobody signed out here. */
let sessionEnded = false;
export const hasSessionEnded = (): boolean => sessionEnded;

/** The agent whose cookie this browser holds; null = nobody is signed in. */
export function useMe() {
  const client = useQueryClient();
  return useQuery({
    queryKey: me,
    queryFn: () =>
      request(agentView, 'GET', '/api/auth/me').catch((error: unknown) => {
        if (isSignedOut(error)) {
          sessionEnded ||= Boolean(client.getQueryData(me));
          return null;
        }
        if (error instanceof BatonError && error.code === 'PASSWORD_CHANGE_REQUIRED') return choosesPassword;
        throw error;
      }),
    staleTime: Infinity,
  });
}

export function useSignIn() {
  return useEnter<{ email: string; password: string }>('/api/auth/login');
}

/** Does what signs somebody in, such as taking up an invitation, and lets them in instead of whoever was. */
export function useEnter<T>(path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: T) => request(nothing, 'POST', path, body),
    onSuccess: async () => {
      sessionEnded = false;
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
      sessionEnded = false;
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
