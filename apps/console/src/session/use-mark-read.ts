import { useEffect } from 'react';
import { lastSeq } from '../store/timeline.js';
import { useClient, useConsole } from './console-context.js';
import { useLooking } from './use-looking.js';

/** What stands on the screen of somebody who looks at it is read. */
export function useMarkRead(id: string | null): void {
  const client = useClient();
  const looking = useLooking();
  const online = useConsole((state) => state.connection === 'online');
  const seq = useConsole((state) => {
    const timeline = id ? state.threads[id]?.timeline : undefined;
    return timeline?.loaded ? lastSeq(timeline) : 0;
  });
  useEffect(() => {
    if (id && looking && online && seq > 0) client.markRead(id, seq);
  }, [client, id, looking, online, seq]);
}
