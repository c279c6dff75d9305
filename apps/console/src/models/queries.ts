import { maySeeSetUp } from '../session/roles.js';
import {
  modelList,
  modelOutlook,
  modelReport,
  modelVersionView,
  thresholdPolicyView,
  trainingRunView,
  trainingSchedule,
  type RiskLimits,
  type TrainingRunView,
  type TrainingSchedule,
} from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../connection/rest.js';
import { useConsole } from '../session/console-context.js';

export function isRunning(run: Pick<TrainingRunView, 'status'>): boolean {
  return run.status === 'queued' || run.status === 'running';
}

/** A fallback: progress comes as events, but an event may be lost; ms. */
const askEvery = 3_000;
/** A threshold is certified in seconds, ms. */
const askForCertificateEvery = 1_000;

export function useModels() {
  const allowed = useConsole((state) => maySeeSetUp(state.me.role));
  return useQuery({
    queryKey: ['models'],
    queryFn: () => request(modelList, 'GET', '/api/models'),
    enabled: allowed,
    refetchInterval: ({ state }) => {
      if (state.data?.policy.certification?.state === 'pending') return askForCertificateEvery;
      return state.data?.runs.some(isRunning) ? askEvery : false;
    },
  });
}

/** The number people know a model by; null while unknown, and for agents, who may not list models. */
export function useModelNumber(id: string | null): number | null {
  return useModels().data?.models.find((model) => model.id === id)?.version ?? null;
}

/** What the active version is worth, on messages that it never learnt from; null: nothing has been judged yet. */
export function useReport(activeId: string | null) {
  return useQuery({
    queryKey: ['models', 'report', activeId],
    queryFn: () => request(modelReport.nullable(), 'GET', '/api/models/report'),
    enabled: activeId !== null,
  });
}

/** The same on messages of the last month, and what the next version could learn. */
export function useOutlook(activeId: string) {
  return useQuery({
    queryKey: ['models', 'outlook', activeId],
    queryFn: () => request(modelOutlook.nullable(), 'GET', '/api/models/outlook'),
  });
}

export function useRun(id: string) {
  return useQuery({
    queryKey: ['run', id],
    queryFn: () => request(trainingRunView, 'GET', `/api/training/runs/${encodeURIComponent(id)}`),
    refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? askEvery : false),
  });
}

function useRefreshModels() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['models'] });
}

export function useRetrain() {
  const refresh = useRefreshModels();
  return useMutation({ mutationFn: () => request(trainingRunView, 'POST', '/api/training/runs'), onSuccess: refresh });
}

export function useCancelRun(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => request(trainingRunView, 'POST', `/api/training/runs/${encodeURIComponent(id)}/cancel`),
    onSuccess: (run) => queries.setQueryData(['run', id], run),
  });
}

export function useActivate() {
  const refresh = useRefreshModels();
  return useMutation({
    mutationFn: (id: string) => request(modelVersionView, 'POST', `/api/models/${encodeURIComponent(id)}/activate`),
    onSettled: refresh,
  });
}

export function useSaveSchedule() {
  const refresh = useRefreshModels();
  return useMutation({
    mutationFn: (schedule: TrainingSchedule) => request(trainingSchedule, 'PUT', '/api/training/schedule', schedule),
    onSuccess: refresh,
  });
}

export function useSaveLimits() {
  const refresh = useRefreshModels();
  return useMutation({
    mutationFn: (limits: RiskLimits) => request(thresholdPolicyView, 'PUT', '/api/models/threshold-policy', limits),
    onSuccess: refresh,
  });
}
