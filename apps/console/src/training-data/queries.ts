import { examplePage, exampleView, type ExampleSource, type ExampleView } from '#contracts';
import { useInfiniteQuery, useMutation, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import type { z } from 'zod';
import { nothing, request } from '../connection/rest.js';

export interface ExampleFilter {
  search: string;
  source: ExampleSource | '';
  /** `none`: none of the shop's topics. */
  intentId: string;
  suspicious: boolean;
}
export type ExampleText = Pick<ExampleView, 'text' | 'intentId'>;
type Page = z.infer<typeof examplePage>;

const key = ['knowledge', 'examples'] as const;
export const examplePath = (id: string) => `/api/knowledge/examples/${encodeURIComponent(id)}`;

export function queryOf({ search, source, intentId, suspicious }: ExampleFilter, after: string | null): string {
  const asked = { search: search.trim(), source, intentId, suspicious: suspicious ? 'true' : '', after: after ?? '' };
  return new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString();
}

export function useExamples(filter: ExampleFilter) {
  return useInfiniteQuery({
    queryKey: [...key, filter],
    queryFn: ({ pageParam }) => request(examplePage, 'GET', `/api/knowledge/examples?${queryOf(filter, pageParam)}`),
    initialPageParam: null as string | null,
    getNextPageParam: ({ examples, more }) => (more ? (examples.at(-1)?.id ?? null) : null),
    placeholderData: (before) => before,
  });
}

/** Changes rows where they stand, in every list that shows them, so that nothing jumps away under the hand. */
function usePatch() {
  const queries = useQueryClient();
  return (patch: (page: Page) => Page) => {
    queries.setQueriesData<InfiniteData<Page>>({ queryKey: key }, (data) =>
      data ? { ...data, pages: data.pages.map(patch) } : data,
    );
    void queries.invalidateQueries({ queryKey: ['knowledge', 'intents'] }); // its counts
  };
}

export function useSaveExample() {
  const patch = usePatch();
  return useMutation({
    mutationFn: ({ id, ...saved }: ExampleText & { id: string }) => request(exampleView, 'PUT', examplePath(id), saved),
    onSuccess: (saved) =>
      patch((page) => ({
        ...page,
        examples: page.examples.map((example) => (example.id === saved.id ? saved : example)),
      })),
  });
}

export function useAddExample() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (added: ExampleText) => request(exampleView, 'POST', '/api/knowledge/examples', added),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['knowledge'] }),
  });
}

export function useDeleteExample() {
  const patch = usePatch();
  return useMutation({
    mutationFn: (id: string) => request(nothing, 'DELETE', examplePath(id)),
    onSuccess: (_, id) =>
      patch((page) => ({
        ...page,
        total: page.total - 1,
        examples: page.examples.filter((example) => example.id !== id),
      })),
  });
}
