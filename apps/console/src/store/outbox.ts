import type { MessageView } from '#contracts';

/** A reply or note from the moment Enter is pressed until it is seen in the history. */
export interface Outgoing {
  clientMessageId: string;
  conversationId: string;
  kind: 'reply' | 'note';
  text: string;
  createdAt: string;
  /** acked: stored by the server, not yet seen in the history. failed: refused, the agent decides. */
  state: 'waiting' | 'acked' | 'failed';
  seq: number | null;
  error: string | null;
}

export function enqueue(
  outbox: Outgoing[],
  message: Pick<Outgoing, 'clientMessageId' | 'conversationId' | 'kind' | 'text' | 'createdAt'>,
): Outgoing[] {
  return [...outbox, { ...message, state: 'waiting', seq: null, error: null }];
}

export function acknowledge(outbox: Outgoing[], clientMessageId: string, seq: number): Outgoing[] {
  return change(outbox, clientMessageId, { state: 'acked', seq, error: null });
}

export function refuse(outbox: Outgoing[], clientMessageId: string, error: string): Outgoing[] {
  return change(outbox, clientMessageId, { state: 'failed', error });
}

export function retry(outbox: Outgoing[], clientMessageId: string): Outgoing[] {
  return change(outbox, clientMessageId, { state: 'waiting', error: null });
}

export function discard(outbox: Outgoing[], clientMessageId: string): Outgoing[] {
  return outbox.filter((message) => message.clientMessageId !== clientMessageId);
}

/** What has come back as part of the history has arrived, even if its acknowledgement was lost. */
export function settle(outbox: Outgoing[], messages: MessageView[]): Outgoing[] {
  const arrived = new Set(messages.map((message) => message.clientMessageId));
  const left = outbox.filter((message) => !arrived.has(message.clientMessageId));
  return left.length === outbox.length ? outbox : left;
}

export function nextToSend(outbox: Outgoing[], conversationId: string): Outgoing | undefined {
  return outbox.find((message) => message.conversationId === conversationId && message.state === 'waiting');
}

/** Highest seq the server has acknowledged in this conversation; 0 = none waits. */
export function ackedSeq(outbox: Outgoing[], conversationId: string): number {
  return Math.max(0, ...outbox.filter((m) => m.conversationId === conversationId).map((m) => m.seq ?? 0));
}

function change(outbox: Outgoing[], clientMessageId: string, patch: Partial<Outgoing>): Outgoing[] {
  return outbox.map((message) => (message.clientMessageId === clientMessageId ? { ...message, ...patch } : message));
}
