import {
  apiKeyList,
  apiKeyView,
  createdApiKey,
  webhookDelivery,
  webhookDeliveryPage,
  webhookList,
  webhookView,
  webhookWithSecret,
  type CreateApiKey,
  type WebhookSettings,
} from '#contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { nothing, request } from '../connection/rest.js';

/** While a delivery is on its way, ms. */
const lookEvery = 2_000;
const at = (id: string, rest = '') => `/api/webhooks/${encodeURIComponent(id)}${rest}`;

function useChanged(...key: string[]) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: key });
}

export function useApiKeys() {
  return useQuery({ queryKey: ['api-keys'], queryFn: () => request(apiKeyList, 'GET', '/api/api-keys') });
}

export function useCreateApiKey() {
  return useMutation({
    mutationFn: (key: CreateApiKey) => request(createdApiKey, 'POST', '/api/api-keys', key),
    onSuccess: useChanged('api-keys'),
  });
}

export function useRevokeApiKey() {
  return useMutation({
    mutationFn: (id: string) => request(apiKeyView, 'DELETE', `/api/api-keys/${encodeURIComponent(id)}`),
    onSuccess: useChanged('api-keys'),
  });
}

export function useWebhooks() {
  return useQuery({ queryKey: ['webhooks'], queryFn: () => request(webhookList, 'GET', '/api/webhooks') });
}

export function useCreateWebhook() {
  return useMutation({
    mutationFn: (settings: WebhookSettings) => request(webhookWithSecret, 'POST', '/api/webhooks', settings),
    onSuccess: useChanged('webhooks'),
  });
}

export function useChangeWebhook(id: string) {
  return useMutation({
    mutationFn: (settings: WebhookSettings) => request(webhookView, 'PUT', at(id), settings),
    onSuccess: useChanged('webhooks'),
  });
}

export function useSwitchWebhook(id: string) {
  return useMutation({
    mutationFn: (on: boolean) => request(webhookView, 'POST', at(id, on ? '/enable' : '/disable')),
    onSuccess: useChanged('webhooks'),
  });
}

export function useRotateSecret(id: string) {
  return useMutation({
    mutationFn: () => request(webhookWithSecret, 'POST', at(id, '/rotate')),
    onSuccess: useChanged('webhooks'),
  });
}

export function useDeleteWebhook(id: string) {
  return useMutation({
    mutationFn: () => request(nothing, 'DELETE', at(id)),
    onSuccess: useChanged('webhooks'),
  });
}

export function useDeliveries(webhookId: string) {
  return useInfiniteQuery({
    queryKey: ['webhooks', webhookId, 'deliveries'],
    queryFn: ({ pageParam }) =>
      request(webhookDeliveryPage, 'GET', at(webhookId, `/deliveries${pageParam ? `?cursor=${pageParam}` : ''}`)),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ({ state }) => {
      const items = state.data?.pages.flatMap((page) => page.items) ?? [];
      return items.some(({ status, attempts }) => status === 'pending' && attempts.length < 2) ? lookEvery : false;
    },
  });
}

export function useTestWebhook(id: string) {
  return useMutation({
    mutationFn: () => request(webhookDelivery, 'POST', at(id, '/test')),
    onSuccess: useChanged('webhooks'),
  });
}

export function useReplay(webhookId: string) {
  return useMutation({
    mutationFn: (deliveryId: string) =>
      request(webhookDelivery, 'POST', at(webhookId, `/deliveries/${encodeURIComponent(deliveryId)}/replay`)),
    onSuccess: useChanged('webhooks'),
  });
}
