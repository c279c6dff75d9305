import { maySeeSetUp } from '../session/roles.js';
import { checklist } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../connection/rest.js';
import { useConsole } from '../session/console-context.js';
import { nextStep } from './steps.js';

const key = ['checklist'] as const;
/** What others do, and jobs, fulfils steps too; ms. */
const askEvery = 5_000;

/** What is missing before the bot can be left to work. */
export function useChecklist() {
  const allowed = useConsole((state) => maySeeSetUp(state.me.role));
  return useQuery({
    queryKey: key,
    queryFn: () => request(checklist, 'GET', '/api/checklist'),
    enabled: allowed,
    refetchInterval: ({ state: { data } }) => (data && (nextStep(data) || !data.hasModel) ? askEvery : false),
  });
}

export function useDismissChecklist() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (dismissed: boolean) => request(checklist, 'PUT', '/api/checklist', { dismissed }),
    onSuccess: (changed) => queries.setQueryData(key, changed),
  });
}
