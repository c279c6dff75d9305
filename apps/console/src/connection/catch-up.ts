import type { ConsoleStore } from '../store/create-store.js';
import { threadIsMissing } from '../store/console-state.js';
import { lastSeq } from '../store/timeline.js';
import { call, type AgentSocket } from './socket.js';

/** Events of one moment arrive in any order; only what is still missing after this many ms is asked for. */
const patience = 300;

/** Fills the gaps of a thread from the server's history, paged by seq. */
export function createCatchUp(socket: AgentSocket, store: ConsoleStore): (id: string) => void {
  const scheduled = new Set<string>();

  const fill = async (id: string): Promise<void> => {
    while (threadIsMissing(store.get(), id)) {
      const timeline = store.get().threads[id]?.timeline;
      if (!timeline) return;
      const before = lastSeq(timeline);
      const page = await call(socket, 'sync', { conversationId: id, lastSeq: before });
      const { messages, predictions } = page;
      store.dispatch({ type: 'messages', id, messages, predictions });
      const after = store.get().threads[id]?.timeline;
      if (!after || lastSeq(after) === before) return;
    }
  };

  return (id) => {
    if (scheduled.has(id) || !threadIsMissing(store.get(), id)) return;
    scheduled.add(id);
    setTimeout(() => {
      void fill(id)
        .catch(() => undefined) // the next event or reconnection tries again
        .finally(() => scheduled.delete(id));
    }, patience);
  };
}
