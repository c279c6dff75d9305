import { BatonError, type ErrorCode } from '#contracts';
import type { ConsoleStore } from '../store/create-store.js';
import { nextToSend, unsentState } from '../store/send-queue.js';
import { codeOf } from './error-code.js';
import { call, type AgentSocket } from './socket.js';

const worthRetrying: ErrorCode[] = ['SERVICE_UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL'];
const longestPause = 10_000;
/** An outage may last; but a message that fails on the server's side so many times in a row would hold up those behind it for good. */
const maxFaults = 10;

export interface Sender {
  /** Sends what waits in this conversation, one after the other, until nothing waits or the connection is gone. */
  drain: (conversationId: string) => Promise<void>;
  drainAll: () => void;
  /** Resolves once nothing waits in this conversation, however long that takes. Throws REPLY_UNSENT where a reply was refused. */
  allSent: (conversationId: string) => Promise<void>;
}

/** A repeated send is safe: the server stores a `clientMessageId` once and answers with the stored row. */
export function createSender(socket: AgentSocket, store: ConsoleStore): Sender {
  const draining = new Set<string>();

  const drain = async (conversationId: string): Promise<void> => {
    if (draining.has(conversationId)) return;
    draining.add(conversationId);
    let pause = 500;
    let faults = 0;
    let message;
    while (socket.connected && (message = nextToSend(store.get().sendQueue, conversationId))) {
      const { clientMessageId, kind, text, attachments } = message;
      const attachmentIds = attachments.map(({ id }) => id);
      try {
        const event = kind === 'note' ? 'note:add' : 'message:reply';
        const receipt = await call(socket, event, { conversationId, clientMessageId, text, attachmentIds });
        store.dispatch({ type: 'send-acked', clientMessageId, seq: receipt.seq });
        pause = 500;
        faults = 0;
      } catch (error) {
        if (error instanceof BatonError && error.code === 'INTERNAL') faults++;
        if (error instanceof BatonError && worthRetrying.includes(error.code) && faults < maxFaults) {
          await new Promise((resolve) => setTimeout(resolve, pause));
          pause = Math.min(pause * 2, longestPause);
        } else {
          store.dispatch({ type: 'send-refused', clientMessageId, error: codeOf(error) });
          faults = 0;
        }
      }
    }
    draining.delete(conversationId);
  };

  return {
    drain,
    allSent: async (conversationId) => {
      const unsent = () => unsentState(store.get().sendQueue, conversationId);
      while (unsent() === 'waiting') {
        await new Promise<void>((resolve) => {
          const stop = store.subscribe(() => {
            if (unsent() === 'waiting') return;
            stop();
            resolve();
          });
        });
      }
      if (unsent() === 'failed') throw new BatonError('REPLY_UNSENT');
    },
    drainAll: () => {
      for (const id of new Set(store.get().sendQueue.map((message) => message.conversationId))) void drain(id);
    },
  };
}
