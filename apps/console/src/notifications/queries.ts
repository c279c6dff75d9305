import { defaultNotifications, notificationSettings, type NotificationSettings } from '#contracts';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../connection/rest.js';

/** For what is called from outside of React: the last that was read. */
let known = defaultNotifications;

export const getNotifications = (): NotificationSettings => known;

const query = queryOptions({
  queryKey: ['notifications'],
  queryFn: async () => (known = await request(notificationSettings, 'GET', '/api/account/notifications')),
  staleTime: 60_000,
});

export const useNotifications = () => useQuery(query);

export function useSaveNotifications() {
  const queries = useQueryClient();
  return useMutation({
    scope: { id: 'notifications' }, // one after the other: each holds all settings, and an older one must not come last
    mutationFn: (settings: NotificationSettings) =>
      request(notificationSettings, 'PUT', '/api/account/notifications', settings),
    onSuccess: (saved) => {
      known = saved;
      queries.setQueryData(query.queryKey, saved);
    },
  });
}
