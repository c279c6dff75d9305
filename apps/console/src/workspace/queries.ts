import {
  businessHours,
  topicSettingsView,
  workspaceSettings,
  type BusinessHours,
  type TopicSettings,
  type WorkspaceSettings,
} from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../connection/rest.js';
import { useRecheckSession } from '../session/session.js';

export function useWorkspace() {
  return useQuery({
    queryKey: ['workspace'],
    queryFn: () => request(workspaceSettings, 'GET', '/api/workspace'),
  });
}

export function useSaveWorkspace() {
  const queries = useQueryClient();
  const recheckSession = useRecheckSession();
  return useMutation({
    mutationFn: (settings: WorkspaceSettings) => request(workspaceSettings, 'PUT', '/api/workspace', settings),
    onSuccess: (saved) => {
      queries.setQueryData(['workspace'], saved);
      void queries.invalidateQueries({ queryKey: ['topics'] }); // the country's help line
      recheckSession(); // the name stands in the navigation
    },
  });
}

export function useHours() {
  return useQuery({
    queryKey: ['business-hours'],
    queryFn: () => request(businessHours, 'GET', '/api/business-hours'),
  });
}

export function useSaveHours() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (hours: BusinessHours) => request(businessHours, 'PUT', '/api/business-hours', hours),
    onSuccess: (saved) => queries.setQueryData(['business-hours'], saved),
  });
}

export function useTopics() {
  return useQuery({
    queryKey: ['topics'],
    queryFn: () => request(topicSettingsView, 'GET', '/api/topics'),
  });
}

export function useSaveTopics() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (settings: TopicSettings) => request(topicSettingsView, 'PUT', '/api/topics', settings),
    onSuccess: (saved) => queries.setQueryData(['topics'], saved),
  });
}
