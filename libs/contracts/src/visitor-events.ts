import { z } from 'zod';
import type { Ack } from './errors.js';
import type { MessageView, VisitorConversation } from './views.js';
import { integer, messageContent, paragraph, safeText, saysSomething } from './text.js';

/** Handshake of the `/visitor` namespace: the token from `POST /api/visitor/sessions`. */
export const visitorHandshake = z.object({ token: safeText(200) });

export const sendMessage = z
  .object({ clientMessageId: z.uuid(), ...messageContent })
  .refine(saysSomething, { error: 'TEXT_EMPTY' });
export const requestHuman = z.object({ clientMessageId: z.uuid() });
export const visitorTyping = z.object({ typing: z.boolean() });
export const visitorSync = z.object({ lastSeq: integer(0) });
/** The widget has received everything up to `deliveredSeq`, and the visitor has had everything up to `readSeq` before their eyes. */
export const visitorSeen = z.object({ deliveredSeq: integer(0), readSeq: integer(0) });
/** Of the episode that was closed last: the score at once, the comment, if any, with the same score after it. */
export const rateConversation = z.object({
  score: z.number().int().min(1).max(5),
  comment: paragraph(1000).default(''),
});
/** The visitor agrees to be answered by e-mail when nobody is there. */
export const leaveEmail = z.object({ email: z.email().max(320), consent: z.literal(true) });

export const visitorEvents = {
  'message:send': sendMessage,
  'human:request': requestHuman,
  typing: visitorTyping,
  sync: visitorSync,
  seen: visitorSeen,
  'csat:rate': rateConversation,
  'email:leave': leaveEmail,
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
  seen: (payload: z.input<typeof visitorSeen>, ack?: (result: Ack<null>) => void) => void;
  'csat:rate': (payload: z.input<typeof rateConversation>, ack: (result: Ack<null>) => void) => void;
  'email:leave': (payload: z.input<typeof leaveEmail>, ack: (result: Ack<null>) => void) => void;
}

export type QueuePlace = Pick<VisitorConversation, 'queuePosition' | 'queueWait' | 'agentsOnline'>;

export interface ServerToVisitor {
  message: (message: MessageView) => void;
  conversation: (conversation: VisitorConversation) => void;
  /** The place of one who waits has changed. Sent now and then, so that it may be late. */
  'queue:place': (place: QueuePlace) => void;
  /** The agent types. */
  typing: (event: { typing: boolean }) => void;
  /** An agent has read up to this seq. */
  'agent:read': (event: { seq: number }) => void;
  /** Events may have been lost: ask for `sync`, at a moment of one's own, since all clients hear this at once. */
  resync: () => void;
}
