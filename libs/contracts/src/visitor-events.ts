import { z } from 'zod';
import type { Ack } from './errors.js';
import type { MessageView, VisitorConversation } from './views.js';

export const maxTextLength = 4000;

/** Non-empty after trimming; length is counted in UTF-16 units, as clients count it. NUL cannot be stored by PostgreSQL. */
export const messageText = z
  .string()
  .max(maxTextLength, { error: 'TEXT_TOO_LONG' })
  .transform((text) => text.replaceAll('\0', '').toWellFormed().trim())
  .refine((text) => text.length > 0, { error: 'TEXT_EMPTY' });

/** Handshake of the `/visitor` namespace: the token from `POST /api/visitor/sessions`. */
export const visitorHandshake = z.object({ token: z.string().min(1).max(200) });

export const sendMessage = z.object({ clientMessageId: z.uuid(), text: messageText });
export const requestHuman = z.object({ clientMessageId: z.uuid() });
export const visitorTyping = z.object({ typing: z.boolean() });
export const visitorSync = z.object({ lastSeq: z.number().int().nonnegative().max(2_147_483_647) });

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

export interface ServerToVisitor {
  message: (message: MessageView) => void;
  conversation: (conversation: VisitorConversation) => void;
  /** The agent types. */
  typing: (event: { typing: boolean }) => void;
}
