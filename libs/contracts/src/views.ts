import { z } from 'zod';
import { activity } from './activity.js';
import {
  agentStatus,
  conversationPriority,
  conversationStatus,
  decisionKind,
  decisionRule,
  dialogueAct,
  episodeCloser,
  episodeOutcome,
  escalationReason,
  mailDeliveryState,
  messageKind,
  ownerType,
  senderType,
  slaTimerKind,
  userRole,
} from './enums.js';

/** What clients see. Times are ISO 8601 in UTC. */
export const quickReply = z.object({ label: z.string(), text: z.string() });
export type QuickReply = z.infer<typeof quickReply>;

/** A file with a message. Its content: GET /api/attachments/:id, or /api/visitor/attachments/:id. */
export const attachmentView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    mediaType: z.string(),
    bytes: z.number().int(),
    width: z.number().int().nullable().describe('Pixels; null: no picture.'),
    height: z.number().int().nullable(),
  })
  .meta({ id: 'Attachment' });
export type AttachmentView = z.infer<typeof attachmentView>;

/** Of an agent's reply that goes by e-mail too. */
export const mailView = z.object({
  state: mailDeliveryState,
  to: z.string(),
  /** When it was sent, failed for good, or was read in the widget instead. */
  endedAt: z.iso.datetime().nullable(),
});
export type MailView = z.infer<typeof mailView>;

export const messageView = z.object({
  id: z.uuid(),
  conversationId: z.uuid(),
  /** Gapless per conversation, from 1. */
  seq: z.number().int().positive(),
  /**
   * The seq before this one in what this reader sees (visitors never see notes, which take a seq too); 0 = first.
   * A client whose last seq differs from it has missed something and asks for `sync`.
   */
  previousSeq: z.number().int().nonnegative(),
  kind: messageKind,
  senderType,
  senderName: z.string().nullable(),
  /** Empty where `activity` says it. */
  text: z.string(),
  activity: activity.nullable(),
  quickReplies: z.array(quickReply),
  attachments: z.array(attachmentView),
  /** Only agents see it; null: it goes by no mail. */
  mail: mailView.nullable(),
  clientMessageId: z.uuid(),
  modelVersionId: z.uuid().nullable(),
  createdAt: z.iso.datetime(),
});
export type MessageView = z.infer<typeof messageView>;

export const owner = z.object({ type: ownerType, id: z.uuid().nullable(), epoch: z.number().int().nonnegative() });
export type Owner = z.infer<typeof owner>;

export const waitEstimate = z.object({ from: z.number().int().positive(), to: z.number().int().positive() });
export type WaitEstimate = z.infer<typeof waitEstimate>;

/** The visitor's own conversation. */
export const visitorConversation = z.object({
  id: z.uuid(),
  status: conversationStatus,
  ownerType,
  agentName: z.string().nullable(),
  /** 1 = next. Null unless queued. */
  queuePosition: z.number().int().positive().nullable(),
  /** About how long it will wait, minutes; null: too little is known. */
  queueWait: waitEstimate.nullable(),
  agentsOnline: z.boolean(),
  lastSeq: z.number().int().nonnegative(),
  /** The last seq that an agent has seen. */
  agentReadSeq: z.number().int().nonnegative(),
  /** It waits while nobody is there, and may be answered by e-mail if the visitor leaves an address. */
  asksEmail: z.boolean(),
  /** Where it will be answered, too, when the visitor is gone. */
  email: z.string().nullable(),
  /** Of the episode that was closed last: the visitor's score, null until they give it. Null itself: there is nothing to rate. */
  rating: z.object({ score: z.number().int().min(1).max(5).nullable() }).nullable(),
});
export type VisitorConversation = z.infer<typeof visitorConversation>;

/** One span of a conversation from opening to closing: the one under way, or the last one. */
export const episodeView = z.object({
  firstSeq: z.number().int().positive(),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  closedBy: episodeCloser.nullable(),
  outcome: episodeOutcome.nullable(),
  /** The first reply of an agent after a hand-over. */
  firstHumanResponseAt: z.iso.datetime().nullable(),
  /** The widget's language (BCP 47) and page when the customer's session began. */
  locale: z.string().nullable(),
  pageUrl: z.string().nullable(),
});
export type EpisodeView = z.infer<typeof episodeView>;

/** The promise that ends first of those not kept yet. */
export const slaView = z.object({
  kind: slaTimerKind,
  warnAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  breached: z.boolean(),
});
export type SlaView = z.infer<typeof slaView>;

/** A row of the agent's inbox list. */
export const conversationItem = z.object({
  id: z.uuid(),
  contactId: z.uuid(),
  /** Null: a visitor who has not said a name. */
  contactName: z.string().nullable(),
  status: conversationStatus,
  owner,
  ownerName: z.string().nullable(),
  reason: escalationReason.nullable(),
  /** Whose agents it waits for; null: anybody's. */
  teamId: z.uuid().nullable(),
  priority: conversationPriority,
  snoozedUntil: z.iso.datetime().nullable(),
  labelIds: z.array(z.uuid()),
  preview: z.string(),
  /** Who wrote the preview; null: nobody yet. */
  lastSenderType: senderType.nullable(),
  /** The contact's first message that nobody has answered yet; null: none. */
  waitingSince: z.iso.datetime().nullable(),
  lastSeq: z.number().int().nonnegative(),
  /** The contact's last message; 0: none yet. What is beyond how far an agent has read is unread. */
  lastContactSeq: z.number().int().nonnegative(),
  lastMessageAt: z.iso.datetime(),
  queuedAt: z.iso.datetime().nullable(),
  /** It waits before all that are not. */
  urgent: z.boolean(),
  sla: slaView.nullable(),
  /** Null before the first message. */
  episode: episodeView.nullable(),
});
export type ConversationItem = z.infer<typeof conversationItem>;

export const rankedIntent = z.object({ intent: z.string(), confidence: z.number().min(0).max(1) });
export type RankedIntent = z.infer<typeof rankedIntent>;

/**
 * What led to a decision, besides the model's intents. It holds nothing of what the customer wrote: requests are spans of the message,
 * `from` and `to` in UTF-16 units.
 */
export const decisionEvidence = z.object({
  /** BCP 47 primary language that the message is in; null: too short to tell. */
  language: z.string().nullable(),
  /** Sensitive topics, and the names of the shop's own, that it touches. */
  topics: z.array(z.string()),
  acts: z.array(dialogueAct),
  /** The model read it together with the customer's message before it. */
  readAfterPrevious: z.boolean(),
  /** Names of the slots that are filled, by this message or earlier ones. */
  slots: z.array(z.string()),
  /** Intents that its question offered to choose from, the likeliest first. */
  options: z.array(z.string()).default([]),
  /** In their order; empty where the message is one request. */
  requests: z.array(
    z.object({
      from: z.number().int(),
      to: z.number().int(),
      intent: z.string(),
      confidence: z.number(),
      kind: decisionKind,
      rule: decisionRule,
    }),
  ),
});
export type DecisionEvidence = z.infer<typeof decisionEvidence>;

/** Why the bot did what it did with one message: shown beside the message and in the evidence panel. */
export const predictionView = z.object({
  messageId: z.uuid(),
  modelVersionId: z.uuid().nullable(),
  decision: decisionKind,
  /** Null: decided before rules were written down. */
  rule: decisionRule.nullable(),
  reason: escalationReason.nullable(),
  /** The intent that was answered or asked for something; null: none was, or it is gone. */
  intent: z.string().nullable(),
  confidence: z.number(),
  oosScore: z.number(),
  topK: z.array(rankedIntent),
  /** From which confidence the version answered when it decided; null: decided before that was written down. */
  threshold: z.number().nullable(),
  /** Null: decided before it was written down. */
  evidence: decisionEvidence.nullable(),
});
export type PredictionView = z.infer<typeof predictionView>;

export const intentView = z.object({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  automate: z.boolean(),
});
export type IntentView = z.infer<typeof intentView>;

/** A resolved conversation whose customer wrote something similar, with the reply that closed it. */
export const similarTicket = z.object({
  conversationId: z.uuid(),
  text: z.string(),
  intent: z.string(),
  reply: z.string().nullable(),
  similarity: z.number(),
});
export type SimilarTicket = z.infer<typeof similarTicket>;

/** How far the visitor's widget has received the conversation, and the visitor read it; times are null before the first. */
export const contactSeen = z.object({
  deliveredSeq: z.number().int().nonnegative(),
  deliveredAt: z.iso.datetime().nullable(),
  readSeq: z.number().int().nonnegative(),
  readAt: z.iso.datetime().nullable(),
});
export type ContactSeen = z.infer<typeof contactSeen>;

export const conversationDetail = z.object({
  item: conversationItem,
  seen: contactSeen,
  contact: z.object({
    id: z.uuid(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    createdAt: z.iso.datetime(),
  }),
  messages: z.array(messageView),
  hasMore: z.boolean(),
  /** Of these messages. */
  predictions: z.array(predictionView),
  /** Of the message that the episode is about, on this page or not; null: no model has read any. */
  focal: predictionView.nullable(),
  /** The offer that waits for this agent's answer, if any. */
  offer: z.object({ assignmentId: z.uuid(), expiresAt: z.iso.datetime() }).nullable(),
});
export type ConversationDetail = z.infer<typeof conversationDetail>;

export const agentView = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: userRole,
  status: agentStatus,
  takesChats: z.boolean(),
  /** Offers in a row that were let run out. */
  missedOffers: z.number().int(),
  capacity: z.number().int(),
  workspaceName: z.string(),
});
export type AgentView = z.infer<typeof agentView>;

/** Conversations in each view. `mentions`: those with a mention that was not read. `unread`: those of `mine` that were not read. */
export const inboxCounts = z.object({
  waiting: z.number().int(),
  mine: z.number().int(),
  bot: z.number().int(),
  team: z.number().int(),
  mentions: z.number().int(),
  all: z.number().int(),
  snoozed: z.number().int(),
  unread: z.number().int(),
});
export type InboxCounts = z.infer<typeof inboxCounts>;

export const offerView = z.object({
  assignmentId: z.uuid(),
  conversation: conversationItem,
  expiresAt: z.iso.datetime(),
});
export type OfferView = z.infer<typeof offerView>;
