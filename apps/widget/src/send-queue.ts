import { uuidv7 } from './uuidv7.js';
import type { KeyValue } from './storage.js';
import type { AttachmentView } from '#contracts';
import type { Outgoing } from './state.js';

const prefix = 'out:';

/** One storage entry per message, so that two tabs of the shop never overwrite each other's. */
export interface SendQueue {
  add(kind: Outgoing['kind'], text: string, attachments?: readonly AttachmentView[]): Outgoing;
  remove(clientMessageId: string): void;
  /** What an earlier page left unacked, oldest first: UUIDv7 sorts by time. */
  load(): Outgoing[];
}

const waiting = { status: 'sending', error: null, seq: null } as const;

export function createSendQueue(storage: KeyValue): SendQueue {
  return {
    add(kind, text, attachments = []) {
      const createdAt = new Date().toISOString();
      const outgoing: Outgoing = { clientMessageId: uuidv7(), kind, text, attachments, createdAt, ...waiting };
      storage.set(prefix + outgoing.clientMessageId, JSON.stringify({ kind, text, attachments, createdAt }));
      return outgoing;
    },
    remove(clientMessageId) {
      storage.remove(prefix + clientMessageId);
    },
    load() {
      const keys = storage.keys().filter((key) => key.startsWith(prefix));
      return keys.sort().flatMap((key) => {
        const saved = read(storage.get(key));
        return saved ? [{ clientMessageId: key.slice(prefix.length), ...saved, ...waiting }] : [];
      });
    },
  };
}

/** The shop's own scripts can write to this storage: anything not ours is passed over. */
function read(json: string | null): Pick<Outgoing, 'kind' | 'text' | 'attachments' | 'createdAt'> | null {
  try {
    const value = JSON.parse(json ?? '') as Partial<Outgoing> | null;
    if (typeof value?.text !== 'string' || typeof value.createdAt !== 'string') return null;
    const { text, createdAt, attachments } = value;
    const kind = value.kind === 'human' ? 'human' : 'text';
    return { kind, text, createdAt, attachments: Array.isArray(attachments) ? attachments : [] };
  } catch {
    return null;
  }
}
