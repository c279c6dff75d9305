import { z } from 'zod';
import { intentLabel } from './closing.js';
import type { Ack } from './errors.js';
import type { SendReceipt } from './visitor-events.js';
import type {
  AgentView,
  ContactSeen,
  ConversationDetail,
  ConversationItem,
  MailView,
  MessageView,
  OfferView,
  PredictionView,
} from './views.js';
import { agentStatus, type AgentStatus, type SlaTimerKind } from './enums.js';
import {
  changeConversations,
  countInbox,
  listInbox,
  readConversation,
  type ChangedConversations,
  type InboxCount,
  type InboxPage,
  type ReadMark,
} from './inbox.js';
import { integer, messageContent, safeText, saysSomething, messageText } from './text.js';

const seq = integer(1);
const ownerEpoch = integer(0);
const conversationId = z.uuid();

export const openConversation = z.object({
  conversationId,
  beforeSeq: seq.optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export const agentSync = z.object({ conversationId, lastSeq: integer(0) });
export const acceptOffer = z.object({ assignmentId: z.uuid() });
export const declineOffer = acceptOffer;
export const agentReply = z
  .object({ conversationId, clientMessageId: z.uuid(), ...messageContent })
  .refine(saysSomething, { error: 'TEXT_EMPTY' });
export const addNote = agentReply;
/** `fromAgentId`: whose it is as the agent sees it; null where no colleague has it. */
export const takeOver = z.object({ conversationId, fromAgentId: z.uuid().nullable() });
/** With the owner's epoch as the agent saw it; `note` is for whoever gets it, and never shown to the customer. */
export const transferConversation = z.object({
  conversationId,
  ownerEpoch,
  to: z.union([z.object({ agentId: z.uuid() }), z.object({ teamId: z.uuid() })]),
  note: z.union([messageText, z.literal('')]),
});
export const handBack = z.object({ conversationId, ownerEpoch });
/**
 * `labels`: what is learned, a label a request. Without them `intent`, or `outOfScope`, is said of the message that the episode is about;
 * with neither, nothing is learned.
 */
export const resolveConversation = z.object({
  conversationId,
  ownerEpoch,
  labels: z.array(intentLabel).max(10).default([]),
  intent: safeText(100).nullable().default(null),
  outOfScope: z.boolean().default(false),
});
/** Within `undoSeconds`, by the agent who closed it, if nothing has come since. */
export const undoResolve = z.object({ conversationId });
export const agentTyping = z.object({ conversationId, typing: z.boolean() });
export const setStatus = z.object({ status: agentStatus.exclude(['offline']) });
/** "I take chats": nobody else is offered any. */
export const takeChats = z.object({ takesChats: z.boolean() });
/** Ends this socket's live events of a conversation, which `conversation:open` began. */
export const leaveConversation = z.object({ conversationId });

/** Events of the `/agent` namespace, which authenticates by the session cookie of `POST /api/auth/login`. */
export const agentEvents = {
  'inbox:list': listInbox,
  'inbox:counts': countInbox,
  'conversation:open': openConversation,
  'conversation:leave': leaveConversation,
  'conversation:read': readConversation,
  'conversations:change': changeConversations,
  sync: agentSync,
  'assignment:accept': acceptOffer,
  'assignment:decline': declineOffer,
  'message:reply': agentReply,
  'note:add': addNote,
  'conversation:take-over': takeOver,
  'conversation:transfer': transferConversation,
  'conversation:hand-back': handBack,
  'conversation:resolve': resolveConversation,
  'conversation:undo-resolve': undoResolve,
  typing: agentTyping,
  'status:set': setStatus,
  'chats:take': takeChats,
} as const;

export interface AgentSyncPage {
  messages: MessageView[];
  /** Of these messages. */
  predictions: PredictionView[];
  hasMore: boolean;
}

type Call<S extends z.ZodType, T> = (payload: z.input<S>, ack: (result: Ack<T>) => void) => void;

export interface AgentToServer {
  'inbox:list': Call<typeof listInbox, InboxPage>;
  'inbox:counts': Call<typeof countInbox, InboxCount>;
  'conversation:open': Call<typeof openConversation, ConversationDetail>;
  'conversation:leave': Call<typeof leaveConversation, null>;
  'conversation:read': Call<typeof readConversation, null>;
  'conversations:change': Call<typeof changeConversations, ChangedConversations>;
  sync: Call<typeof agentSync, AgentSyncPage>;
  'assignment:accept': Call<typeof acceptOffer, ConversationItem>;
  'assignment:decline': Call<typeof declineOffer, null>;
  'message:reply': Call<typeof agentReply, SendReceipt>;
  'note:add': Call<typeof addNote, SendReceipt>;
  'conversation:take-over': Call<typeof takeOver, ConversationItem>;
  'conversation:transfer': Call<typeof transferConversation, ConversationItem>;
  'conversation:hand-back': Call<typeof handBack, ConversationItem>;
  'conversation:resolve': Call<typeof resolveConversation, ConversationItem>;
  'conversation:undo-resolve': Call<typeof undoResolve, ConversationItem>;
  typing: Call<typeof agentTyping, null>;
  'status:set': Call<typeof setStatus, AgentView>;
  'chats:take': Call<typeof takeChats, AgentView>;
}

export interface ServerToAgent {
  /** A conversation of the workspace changed: replace the row, or add it to the views it now belongs to. */
  'conversation:updated': (item: ConversationItem) => void;
  message: (message: MessageView) => void;
  /** How far the visitor has received and read the conversation. */
  'contact:seen': (event: { conversationId: string; seen: ContactSeen }) => void;
  /** What became of the mail that carries a reply. */
  'message:mail': (event: { conversationId: string; messageId: string; mail: MailView }) => void;
  /** Sent again on connection for an offer that still waits, so that a reloaded console shows it. */
  'assignment:offered': (offer: OfferView) => void;
  'assignment:withdrawn': (event: { assignmentId: string }) => void;
  'agent:status': (event: { agentId: string; status: AgentStatus }) => void;
  /** One's own status, as another of one's browsers or the missed offers changed it. */
  me: (agent: AgentView) => void;
  /** Somebody looks at a conversation that is open here, oneself too; said again while it lasts, and not said where it is lost. */
  viewing: (event: { conversationId: string; agentId: string; name: string; viewing: boolean }) => void;
  /** Of a promised time little is left, or none. */
  'sla:passed': (event: { conversationId: string; kind: SlaTimerKind; passed: 'warning' | 'breach' }) => void;
  /** `name`: the agent's; null for the contact. */
  typing: (event: {
    conversationId: string;
    senderType: 'contact' | 'agent';
    name: string | null;
    typing: boolean;
  }) => void;
  /** A colleague has named this agent in a note. */
  mentioned: (event: { conversationId: string; messageId: string; byName: string }) => void;
  'training:progress': (event: { runId: string }) => void;
  /** What agents can label a conversation with is another list now. */
  'intents:changed': () => void;
  /** This agent has read so far, here or on another device. */
  'conversation:read': (mark: ReadMark) => void;
  'labels:changed': () => void;
  /** Events may have been lost: read again what is on the screen, at a moment of one's own, since all clients hear this at once. */
  resync: () => void;
}
