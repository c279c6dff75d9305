import { changePerson, invited, peopleList, personView, resetLink, type UserRole } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { nothing, request } from '../connection/rest.js';
import { useRecheckSession } from '../session/session.js';

const key = ['people'] as const;

/** Not for agents: they are told so. */
export function usePeople(enabled = true) {
  return useQuery({ queryKey: key, queryFn: () => request(peopleList, 'GET', '/api/people'), enabled });
}

function useRefreshPeople() {
  const queries = useQueryClient();
  const recheckSession = useRecheckSession();
  return () => {
    recheckSession(); // it may be oneself
    void queries.invalidateQueries({ queryKey: ['checklist'] });
    return queries.invalidateQueries({ queryKey: key });
  };
}

export function useInvite() {
  return useMutation({
    mutationFn: (invitation: { email: string; role: UserRole; capacity: number }) =>
      request(invited, 'POST', '/api/people/invitations', invitation),
    onSuccess: useRefreshPeople(),
  });
}

export function useRevokeInvitation() {
  return useMutation({
    mutationFn: (id: string) => request(nothing, 'DELETE', `/api/people/invitations/${encodeURIComponent(id)}`),
    onSettled: useRefreshPeople(),
  });
}

export function useChangePerson(id: string) {
  return useMutation({
    mutationFn: (changed: z.infer<typeof changePerson>) =>
      request(personView, 'PUT', `/api/people/${encodeURIComponent(id)}`, changed),
    onSuccess: useRefreshPeople(),
  });
}

/** Lets somebody in or keeps them out. */
export function useSetDisabled() {
  return useMutation({
    mutationFn: ({ id, disabled }: { id: string; disabled: boolean }) =>
      request(personView, 'POST', `/api/people/${encodeURIComponent(id)}/${disabled ? 'disable' : 'enable'}`),
    onSettled: useRefreshPeople(),
  });
}

export function useResetLink(id: string) {
  return useMutation({
    mutationFn: () => request(resetLink, 'POST', `/api/people/${encodeURIComponent(id)}/reset`),
  });
}
