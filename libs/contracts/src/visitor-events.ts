import { z } from 'zod';
import type { Ack } from './errors.js';
import type { MessageView, VisitorConversation } from './views.js';
import { integer, messageText, safeText } from './text.js';

/** Handshake of the `/visitor` namespace: the token from `POST /api/visitor/sessions`. */
export const visitorHandshake = z.object({ token: safeText(200) });

export const sendMessage = z.object({ clientMessageId: z.uuid(), text: messageText });
export const requestHuman = z.object({ clientMessageId: z.uuid() });
export const visitorTyping = z.object({ typing: z.boolean() });
export const visitorSync = z.object({ lastSeq: integer(0) });

export const visitorEvents = {
  'message:send': sendMessage,
  'human:request': requestHuman,
  typing: visitorTyping,
  sync: visitorSync,
} as const;

export interface SendReceipt {
  id: string;
  seq: number;
  conversationId: string;
}
/** `hasMore`: ask again with the last seq received. */
export interface VisitorSyncPage {
  conversation: VisitorConversation | null;
  messages: MessageView[];
  hasMore: boolean;
}

export interface VisitorToServer {
  'message:send': (payload: z.input<typeof sendMessage>, ack: (result: Ack<SendReceipt>) => void) => void;
  'human:request': (payload: z.input<typeof requestHuman>, ack: (result: Ack<SendReceipt>) => void) => void;
  typing: (payload: z.input<typeof visitorTyping>, ack?: (result: Ack<null>) => void) => void;
  sync: (payload: z.input<typeof visitorSync>, ack: (result: Ack<VisitorSyncPage>) => void) => void;
}

export type QueuePlace = Pick<VisitorConversation, 'queuePosition' | 'queueWait' | 'agentsOnline'>;

export interface ServerToVisitor {
  message: (message: MessageView) => void;
  conversation: (conversation: VisitorConversation) => void;
  /** The place of one who waits has changed. Sent now and then, so that it may be late. */
  'queue:place': (place: QueuePlace) => void;
  /** The agent types. */
  typing: (event: { typing: boolean }) => void;
  /** Events may have been lost: ask for `sync`, at a moment of one's own, since all clients hear this at once. */
  resync: () => void;
}
