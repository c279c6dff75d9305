import { colleagueList } from '#contracts';
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
