import { useEffect } from 'react';
import { useConsole } from '../session/console-context.js';
import { showCount } from './badge.js';
import { useNotifications } from './queries.js';

/** Keeps the tab's count right, while the agent wants one. */
export function useBadge(): void {
  const offers = useConsole((state) => state.offers.waiting.length);
  const unread = useConsole((state) => state.inbox.counts?.unread ?? 0);
  const mentions = useConsole((state) => state.inbox.counts?.mentions ?? 0);
  const wanted = useNotifications().data?.badge ?? true;
  const count = wanted ? offers + unread + mentions : 0;
  useEffect(() => showCount(count), [count]);
  useEffect(() => () => showCount(0), []);
}
