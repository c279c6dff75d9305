import { intentRow, intentTable, type IntentRow } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../connection/rest.js';

const key = ['knowledge', 'intents'] as const;

/** Every intent with its id, as rows of training data name it. */
export function useIntentTable() {
  return useQuery({
    queryKey: key,
    queryFn: () => request(intentTable, 'GET', '/api/knowledge/intents'),
    select: ({ intents }) => intents,
  });
}

/** Of what a person typed as a title, the name that the model uses; empty where it has neither letter nor digit. */
export function intentNameOf(title: string): string {
  const words = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_');
  return words
    .replace(/^_+/, '')
    .slice(0, 80)
    .toWellFormed()
    .replace(/[_\uFFFD]+$/, '');
}

export function useCreateIntent() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (title: string) =>
      request(intentRow, 'POST', '/api/knowledge/intents', { name: intentNameOf(title), title, description: '' }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: key }),
        queries.invalidateQueries({ queryKey: ['intents'] }), // those of agents
      ]),
  });
}

export function intentTitle(intents: IntentRow[] | undefined, id: string | null): string {
  if (id === null) return 'None of our topics';
  return intents?.find((intent) => intent.id === id)?.title ?? 'An intent that is gone';
}
