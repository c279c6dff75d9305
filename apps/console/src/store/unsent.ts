import { attachmentView, errorCode } from '#contracts';
import { z } from 'zod';
import type { Outgoing } from './send-queue.js';

const stored = z.object({
  clientMessageId: z.uuid(),
  conversationId: z.uuid(),
  kind: z.enum(['reply', 'note']),
  text: z.string(),
  attachments: z.array(attachmentView).default([]),
  createdAt: z.string(),
  state: z.enum(['waiting', 'failed']),
  seq: z.number().nullable(),
  error: errorCode.nullable(),
});
/** Every message has a key of its own, so that two tabs do not write over each other. */
const keysOf = (agentId: string) => `baton.unsent.${agentId}.`;

/** What is older was meant for a conversation that has gone on since: its writer decides, ms. */
const sentByItselfFor = 10 * 60_000;

/**
 * Messages not yet acknowledged survive the end of their tab, a closed laptop included. Sending one twice, from two tabs too, is
 * harmless: its id stays the same.
 */
export function readUnsent(agentId: string, now = Date.now()): Outgoing[] {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(keysOf(agentId)));
  const messages = keys.flatMap((key) => read(key) ?? []);
  return messages
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt))
    .map((message) =>
      message.state === 'waiting' && now - Date.parse(message.createdAt) > sentByItselfFor
        ? { ...message, state: 'failed', error: 'SERVICE_UNAVAILABLE' }
        : message,
    );
}

export function keepUnsent(agentId: string, before: Outgoing[], now: Outgoing[]): void {
  const unsent = now.filter(({ state }) => state !== 'acked');
  const left = new Set(unsent.map(({ clientMessageId }) => clientMessageId));
  for (const { clientMessageId } of before)
    if (!left.has(clientMessageId)) localStorage.removeItem(keysOf(agentId) + clientMessageId);
  for (const message of unsent)
    localStorage.setItem(keysOf(agentId) + message.clientMessageId, JSON.stringify(message));
}

function read(key: string): Outgoing | null {
  try {
    return stored.parse(JSON.parse(localStorage.getItem(key) ?? ''));
  } catch {
    return null;
  }
}
