import { attachmentView, errorCode } from '#contracts';
import { z } from 'zod';
import type { Outgoing } from './send-queue.js';

const stored = z.array(
  z.object({
    clientMessageId: z.uuid(),
    conversationId: z.uuid(),
    kind: z.enum(['reply', 'note']),
    text: z.string(),
    attachments: z.array(attachmentView).default([]),
    createdAt: z.string(),
    state: z.enum(['waiting', 'acked', 'failed']),
    seq: z.number().nullable(),
    error: errorCode.nullable(),
  }),
);
const keyOf = (agentId: string) => `baton.unsent.${agentId}`;

/** Messages not yet acknowledged survive a reload of this tab. Sending one twice is harmless: its id stays the same. */
export function readUnsent(agentId: string): Outgoing[] {
  try {
    return stored.parse(JSON.parse(sessionStorage.getItem(keyOf(agentId)) ?? '[]')).filter((m) => m.state !== 'acked');
  } catch {
    return [];
  }
}

export function keepUnsent(agentId: string, sendQueue: Outgoing[]): void {
  if (sendQueue.length === 0) sessionStorage.removeItem(keyOf(agentId));
  else sessionStorage.setItem(keyOf(agentId), JSON.stringify(sendQueue));
}
