import type { AttachmentView, ErrorCode, MessageView } from '#contracts';

/** A reply or note from the moment Enter is pressed until it is seen in the history. */
export interface Outgoing {
  clientMessageId: string;
  conversationId: string;
  kind: 'reply' | 'note';
  text: string;
  attachments: AttachmentView[];
  createdAt: string;
  /** acked: stored by the server, not yet seen in the history. failed: refused, the agent decides. */
  state: 'waiting' | 'acked' | 'failed';
  seq: number | null;
  error: ErrorCode | null;
}

export function enqueue(
  sendQueue: Outgoing[],
  message: Pick<Outgoing, 'clientMessageId' | 'conversationId' | 'kind' | 'text' | 'attachments' | 'createdAt'>,
): Outgoing[] {
  return [...sendQueue, { ...message, state: 'waiting', seq: null, error: null }];
}

export function acknowledge(sendQueue: Outgoing[], clientMessageId: string, seq: number): Outgoing[] {
  return change(sendQueue, clientMessageId, { state: 'acked', seq, error: null });
}

export function refuse(sendQueue: Outgoing[], clientMessageId: string, error: ErrorCode): Outgoing[] {
  return change(sendQueue, clientMessageId, { state: 'failed', error });
}

export function retry(sendQueue: Outgoing[], clientMessageId: string): Outgoing[] {
  return change(sendQueue, clientMessageId, { state: 'waiting', error: null });
}

export function discard(sendQueue: Outgoing[], clientMessageId: string): Outgoing[] {
  return sendQueue.filter((message) => message.clientMessageId !== clientMessageId);
}

/** What has come back as part of the history has arrived, even if its acknowledgement was lost. */
export function settle(sendQueue: Outgoing[], messages: MessageView[]): Outgoing[] {
  const arrived = new Set(messages.map((message) => message.clientMessageId));
  const left = sendQueue.filter((message) => !arrived.has(message.clientMessageId));
  return left.length === sendQueue.length ? sendQueue : left;
}

export function nextToSend(sendQueue: Outgoing[], conversationId: string): Outgoing | undefined {
  return sendQueue.find((message) => message.conversationId === conversationId && message.state === 'waiting');
}

/** `waiting` while something is on its way, `failed` where a reply stays unsent until the agent says what becomes of it. */
export function unsentState(sendQueue: Outgoing[], conversationId: string): 'none' | 'waiting' | 'failed' {
  const own = sendQueue.filter((message) => message.conversationId === conversationId);
  if (own.some(({ state, kind }) => state === 'failed' && kind === 'reply')) return 'failed';
  return own.some(({ state }) => state === 'waiting') ? 'waiting' : 'none';
}

/** Highest seq the server has acknowledged in this conversation; 0 = none waits. */
export function ackedSeq(sendQueue: Outgoing[], conversationId: string): number {
  return Math.max(0, ...sendQueue.filter((m) => m.conversationId === conversationId).map((m) => m.seq ?? 0));
}

function change(sendQueue: Outgoing[], clientMessageId: string, patch: Partial<Outgoing>): Outgoing[] {
  return sendQueue.map((message) => (message.clientMessageId === clientMessageId ? { ...message, ...patch } : message));
}
