import { colleagueList, transferTargets } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { request } from '../connection/rest.js';

/** Everybody of the workspace who may sign in, oneself too, by name. */
export function useColleagues() {
  return useQuery({
    queryKey: ['colleagues'],
    queryFn: () => request(colleagueList, 'GET', '/api/colleagues'),
    select: ({ colleagues }) => colleagues,
  });
}

const targets = {
  queryKey: ['transfer-targets'],
  queryFn: () => request(transferTargets, 'GET', '/api/transfer-targets'),
};

/** Where a conversation can be passed on to, with who is there now. */
export function useTransferTargets() {
  return useQuery({ ...targets, staleTime: 0 });
}

/** By name. */
export function useTeams() {
  return useQuery({ ...targets, select: ({ teams }) => teams });
}
