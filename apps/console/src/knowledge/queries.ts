import {
  answerPreview,
  answerView,
  examplePage,
  intentDetail,
  intentRow,
  intentTable,
  movedRows,
  type AnswerCondition,
  type IntentRow,
  type SaveAnswer,
} from '#contracts';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '../connection/rest.js';

const at = (id: string, rest = '') => `/api/knowledge/intents/${encodeURIComponent(id)}${rest}`;

export function useIntentTable() {
  return useQuery({
    queryKey: ['knowledge', 'intents'],
    queryFn: () => request(intentTable, 'GET', '/api/knowledge/intents'),
  });
}

export function useIntentDetail(id: string) {
  return useQuery({ queryKey: ['knowledge', 'intent', id], queryFn: () => request(intentDetail, 'GET', at(id)) });
}

/** Rows of one intent, page by page, with these words in them. */
export function useIntentExamples(intentId: string, search: string) {
  return useInfiniteQuery({
    queryKey: ['knowledge', 'examples', intentId, search],
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams({
        intentId,
        ...(search && { search }),
        ...(pageParam && { after: pageParam }),
      });
      return request(examplePage, 'GET', `/api/knowledge/examples?${query}`);
    },
    initialPageParam: '',
    getNextPageParam: ({ examples, more }) => (more ? examples.at(-1)?.id : undefined),
    placeholderData: keepPreviousData,
  });
}

/** What changes here shows in the list that agents pick from and in the set-up's progress too. */
function useRefresh() {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      ['knowledge', 'intents', 'checklist', 'actions'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
    );
}

export function useSaveAnswer(intentId: string) {
  return useMutation({
    mutationFn: (answer: SaveAnswer) => request(answerView, 'POST', at(intentId, '/answers'), answer),
    onSuccess: useRefresh(),
  });
}

export function useCreateIntent() {
  return useMutation({
    mutationFn: (intent: Pick<IntentRow, 'name' | 'title' | 'description'>) =>
      request(intentRow, 'POST', '/api/knowledge/intents', intent),
    onSuccess: useRefresh(),
  });
}

export function useChangeIntent() {
  return useMutation({
    mutationFn: ({ id, ...intent }: Pick<IntentRow, 'id' | 'title' | 'description' | 'automate'>) =>
      request(intentRow, 'PUT', at(id), intent),
    onSuccess: useRefresh(),
  });
}

export function useDeleteIntent() {
  return useMutation({
    mutationFn: (id: string) => request(z.object({ removed: z.number() }), 'DELETE', at(id)),
    onSuccess: useRefresh(),
  });
}

export function useMergeIntent(id: string) {
  return useMutation({
    mutationFn: (into: string) => request(movedRows, 'POST', at(id, '/merge'), { into }),
    onSuccess: useRefresh(),
  });
}

export function useSplitIntent(id: string) {
  return useMutation({
    mutationFn: (split: { name: string; title: string; description: string; exampleIds: string[] }) =>
      request(movedRows, 'POST', at(id, '/split'), split),
    onSuccess: useRefresh(),
  });
}

/** What the bot would say. Asked of the server: there is one function that decides it. */
export function useAnswerPreview(text: string, conditions: AnswerCondition[], values: Record<string, string>) {
  const body = { text, conditions: conditions.filter((condition) => condition.text !== ''), values };
  return useQuery({
    queryKey: ['knowledge', 'preview', body],
    queryFn: () => request(answerPreview, 'POST', '/api/knowledge/answers/preview', body),
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
  });
}
