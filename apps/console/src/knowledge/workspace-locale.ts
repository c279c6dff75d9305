import { workspaceSettings, type Locale } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { request } from '../connection/rest.js';

/** The language that answers fall back to. English until it is known. */
export function useWorkspaceLocale(): Locale {
  const workspace = useQuery({
    queryKey: ['workspace'],
    queryFn: () => request(workspaceSettings, 'GET', '/api/workspace'),
  });
  return workspace.data?.locale ?? 'en';
}
