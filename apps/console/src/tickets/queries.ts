import {
  addedKit,
  importCategories,
  importPreview,
  starterKitList,
  ticketImportList,
  ticketImportView,
  type AddCategories,
  type ColumnMapping,
  type ImportStatus,
  type StarterKit,
  type TicketImportView,
} from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../connection/rest.js';

/** While a job is at work, ms. */
const askEvery = 1_000;
const atWork: ReadonlySet<ImportStatus> = new Set(['reading', 'clustering', 'adding']);

export function isAtWork({ status }: Pick<TicketImportView, 'status'>): boolean {
  return atWork.has(status);
}

const pathOf = (id: string, what = '') => `/api/ticket-imports/${encodeURIComponent(id)}${what}`;

export function useImports() {
  return useQuery({
    queryKey: ['imports'],
    queryFn: () => request(ticketImportList, 'GET', '/api/ticket-imports'),
    select: ({ imports }) => imports,
    refetchInterval: ({ state }) => (state.data?.imports.some(isAtWork) ? askEvery : false),
    refetchOnMount: 'always',
  });
}

export function useImport(id: string) {
  return useQuery({
    queryKey: ['import', id],
    queryFn: () => request(ticketImportView, 'GET', pathOf(id)),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? askEvery : false),
    refetchOnMount: 'always',
  });
}

export function usePreview(id: string) {
  return useQuery({
    queryKey: ['import', id, 'preview'],
    queryFn: () => request(importPreview, 'GET', pathOf(id, '/preview')),
  });
}

export function useCategories(id: string) {
  return useQuery({
    queryKey: ['import', id, 'categories'],
    queryFn: () => request(importCategories, 'GET', pathOf(id, '/categories')),
    staleTime: Infinity, // they change by reading or grouping again only
  });
}

/** One of the steps of an import; the answer is its new state. */
function useImportStep<T = void>(id: string, step: (body: T) => [what: string, body?: unknown]) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: T) => {
      const [what, content] = step(body);
      return request(ticketImportView, 'POST', pathOf(id, what), content);
    },
    onSuccess: (view) => {
      queries.setQueryData(['import', id], view);
      queries.removeQueries({ queryKey: ['import', id, 'categories'] });
      void queries.invalidateQueries({ queryKey: ['imports'] });
    },
    onError: () => queries.invalidateQueries({ queryKey: ['import', id], exact: true }),
  });
}

export const useRead = (id: string) => useImportStep(id, (mapping: ColumnMapping) => ['/read', mapping]);
export const useCluster = (id: string) => useImportStep(id, () => ['/cluster']);
export const useCancel = (id: string) => useImportStep(id, () => ['/cancel']);
export const useAdd = (id: string) => useImportStep(id, (chosen: AddCategories) => ['/add', chosen]);

export function useStarterKits() {
  return useQuery({
    queryKey: ['starter-kits'],
    queryFn: () => request(starterKitList, 'GET', '/api/knowledge/starter-kits'),
    select: ({ kits }) => kits,
    staleTime: Infinity,
  });
}

export function useAddKit() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: StarterKit['name']) => request(addedKit, 'POST', `/api/knowledge/starter-kits/${name}/add`),
    onSuccess: () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' }),
  });
}
