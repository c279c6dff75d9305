import {
  routingView,
  skills,
  slaPolicy,
  teamView,
  type RoutingSettings,
  type Skills,
  type SlaPolicy,
  type TeamSettings,
} from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { nothing, request } from '../connection/rest.js';

const key = ['routing'] as const;
const at = (id: string) => encodeURIComponent(id);

export function useRouting() {
  return useQuery({ queryKey: key, queryFn: () => request(routingView, 'GET', '/api/routing') });
}

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: key });
}

export function useSaveRouting() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (settings: RoutingSettings) => request(routingView, 'PUT', '/api/routing', settings),
    onSuccess: (saved) => queries.setQueryData(key, saved),
  });
}

/** A new team, or the one of `id`. */
export function useSaveTeam(id: string | null) {
  return useMutation({
    mutationFn: (team: TeamSettings) =>
      id ? request(teamView, 'PUT', `/api/teams/${at(id)}`, team) : request(teamView, 'POST', '/api/teams', team),
    onSuccess: useRefresh(),
  });
}

export function useRemoveTeam() {
  return useMutation({
    mutationFn: (id: string) => request(nothing, 'DELETE', `/api/teams/${at(id)}`),
    onSettled: useRefresh(),
  });
}

export function useSaveSkills(id: string) {
  return useMutation({
    mutationFn: (after: Skills) => request(skills, 'PUT', `/api/people/${at(id)}/skills`, after),
    onSuccess: useRefresh(),
  });
}

export function useSlaPolicy() {
  return useQuery({ queryKey: ['sla-policy'], queryFn: () => request(slaPolicy, 'GET', '/api/sla-policy') });
}

export function useSaveSlaPolicy() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (policy: SlaPolicy) => request(slaPolicy, 'PUT', '/api/sla-policy', policy),
    onSuccess: (saved) => queries.setQueryData(['sla-policy'], saved),
  });
}
