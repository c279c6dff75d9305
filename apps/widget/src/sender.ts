import type { Ack, SendReceipt } from '#contracts';
import { backoff } from './backoff.js';
import type { SendQueue } from './send-queue.js';
import type { Outgoing } from './state.js';
import type { Store } from './store.js';
import { ask, endsSession, passes, type VisitorSocket } from './visitor-socket.js';

/** An outage may last; but a message that fails on the server's side so many times in a row would hold up those behind it for good. */
const maxFaults = 10;

interface SenderEvents {
  acked: () => void;
  sessionEnded: () => void;
}

/**
 * Sends what waits, oldest first and one at a time, so that messages arrive in the order they were written. A message
 * without an answer is sent again with the same id, on this connection or the next. Returns the function to call
 * whenever there may be something to send.
 */
export function createSender(socket: VisitorSocket, store: Store, sendQueue: SendQueue, on: SenderEvents) {
  let busy = false;
  /** Passing errors in a row for the message in front, and those of them that were the server's fault. */
  let refusals = 0;
  let faults = 0;

  async function flush(): Promise<void> {
    if (busy) return;
    busy = true;
    let next: Outgoing | undefined;
    while (socket.connected && (next = store.state.outgoing.find((o) => o.status === 'sending'))) {
      const result = await send(next).catch(() => null);
      if (result) await settle(next.clientMessageId, result);
    }
    busy = false;
  }

  function send({ kind, clientMessageId, text, attachments }: Outgoing): Promise<Ack<SendReceipt>> {
    return kind === 'human'
      ? ask(socket, 'human:request', { clientMessageId })
      : ask(socket, 'message:send', { clientMessageId, text, attachmentIds: attachments.map(({ id }) => id) });
  }

  async function settle(clientMessageId: string, result: Ack<SendReceipt>): Promise<void> {
    if (result.ok) {
      refusals = faults = 0;
      sendQueue.remove(clientMessageId);
      store.dispatch({ type: 'acked', clientMessageId, receipt: result.data });
      on.acked();
    } else if (endsSession(result.error)) {
      on.sessionEnded();
    } else {
      if (result.error.code === 'INTERNAL') faults++;
      refusals++;
      const final = !passes(result.error) || faults >= maxFaults;
      if (final) refusals = faults = 0;
      store.dispatch({ type: 'refused', clientMessageId, error: result.error, final });
      if (!final) await new Promise((resolve) => setTimeout(resolve, backoff(refusals)));
    }
  }

  return () => void flush();
}
