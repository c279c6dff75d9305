import {
  createdIdentityKey,
  identityKeyList,
  inboxDetail,
  inboxList,
  sightingList,
  type CreateIdentityKey,
  type InboxSettings,
} from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { nothing, request } from '../connection/rest.js';

/** While "check my page" is open, ms. */
const lookEvery = 2_000;
const at = (id: string, rest = '') => `/api/inboxes/${encodeURIComponent(id)}${rest}`;

export function useInboxes() {
  return useQuery({ queryKey: ['inboxes'], queryFn: () => request(inboxList, 'GET', '/api/inboxes') });
}

function useChanged(key: string) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: [key] });
}

/** Without an id: a new one. */
export function useSaveInbox() {
  return useMutation({
    mutationFn: ({ id, settings }: { id: string | null; settings: InboxSettings }) =>
      request(inboxDetail, id ? 'PUT' : 'POST', id ? at(id) : '/api/inboxes', settings),
    onSuccess: useChanged('inboxes'),
  });
}

export function useSwitchInbox() {
  return useMutation({
    mutationFn: ({ id, on }: { id: string; on: boolean }) =>
      request(inboxDetail, 'POST', at(id, on ? '/enable' : '/disable')),
    onSuccess: useChanged('inboxes'),
  });
}

export function useSightings(inboxId: string) {
  return useQuery({
    queryKey: ['sightings', inboxId],
    queryFn: () => request(sightingList, 'GET', at(inboxId, '/sightings')),
    refetchInterval: lookEvery,
    // The shop's page is in front while one waits for it.
    refetchIntervalInBackground: true,
    staleTime: 0,
  });
}

export function useIdentityKeys() {
  return useQuery({
    queryKey: ['identity-keys'],
    queryFn: () => request(identityKeyList, 'GET', '/api/identity-keys'),
  });
}

export function useCreateIdentityKey() {
  return useMutation({
    mutationFn: (key: CreateIdentityKey) => request(createdIdentityKey, 'POST', '/api/identity-keys', key),
    onSuccess: useChanged('identity-keys'),
  });
}

export function useRetireIdentityKey() {
  return useMutation({
    mutationFn: (id: string) => request(nothing, 'DELETE', `/api/identity-keys/${encodeURIComponent(id)}`),
    onSuccess: useChanged('identity-keys'),
  });
}
