import { activity, type DecisionKind } from '#contracts';
import { replyId } from '../../libs/conversation/src/reply-id.js';

/** What happened in one run, as PostgreSQL has it and as every client saw it. Times are ms since 1970. */
export interface History {
  sent: SentMessage[];
  messages: StoredMessage[];
  decisions: StoredDecision[];
  conversations: StoredConversation[];
  views: ClientView[];
}

/** One message that a client wrote, in the order of its writing. */
export interface SentMessage {
  client: string;
  clientMessageId: string;
  acked: boolean;
  /** Need not be stored: refused for good (an agent who no longer owns the conversation), or a request for a person who is there already. */
  optional?: boolean;
}

export type Activity = 'handed_over' | 'joined' | 'resolved' | 'handed_back';

/** Whose turn an activity makes it; null: nobody else's. */
export function activityOf(message: { activity: unknown }): Activity | null {
  const { code } = activity.nullable().parse(message.activity) ?? {};
  switch (code) {
    case 'handed_over':
    case 'requeued':
    case 'transferred':
      return 'handed_over';
    case 'resolved':
    case 'closed_by_bot':
      return 'resolved';
    case 'joined':
    case 'taken_over':
    case 'returned':
    case 'closing_undone':
      return 'joined';
    case 'handed_back':
      return code;
    default:
      return null;
  }
}

export interface StoredMessage {
  id: string;
  conversationId: string;
  seq: number;
  kind: 'inbound' | 'outbound' | 'activity' | 'note';
  senderType: 'contact' | 'bot' | 'agent' | 'system';
  clientMessageId: string;
  awaitingDecision: boolean;
  /** What an activity says; null for what does not move the ownership. */
  activity: Activity | null;
  createdAt: number;
}

export interface StoredDecision {
  messageId: string;
  kind: DecisionKind;
  reason: string | null;
  createdAt: number;
}

export interface StoredConversation {
  id: string;
  owner: 'bot' | 'queue' | 'agent';
  /** Has a row in the waiting line. */
  waits: boolean;
}

/** What one client shows of one conversation at the end, and when each message came. */
export interface ClientView {
  client: string;
  conversationId: string;
  /** Visitors never see notes. */
  seesNotes: boolean;
  shown: { seq: number; at: number }[];
}

/** A span in which nothing has to arrive in time: the fault, and the recovery after it. */
export interface Disturbance {
  from: number;
  to: number;
}

export interface Findings {
  lost: string[];
  doubled: string[];
  outOfOrder: string[];
  botAfterPerson: string[];
  undecided: string[];
  stranded: string[];
  /** Hand-overs by a decision that nobody asked for. */
  needless: string[];
  /** Messages that reached their visitor more than a second late, outside of the disturbance. */
  late: string[];
}

const lateMs = 1000;

/**
 * The one checker. Pure: it reads a finished history and names whatever breaks a promise. `excused`: ids of messages that the
 * fault itself makes a matter for people.
 */
export function check(history: History, disturbance: Disturbance, excused: ReadonlySet<string> = new Set()): Findings {
  const byConversation = groupBySeq(history.messages);
  return {
    lost: [...unstored(history), ...unseen(history, byConversation)],
    doubled: [...storedTwice(history), ...answeredTwice(history, byConversation), ...shownTwice(history)],
    outOfOrder: [
      ...sentOutOfOrder(history),
      ...decidedOutOfOrder(history, byConversation),
      ...saidOutOfOrder(byConversation),
    ],
    botAfterPerson: botAfterPerson(byConversation),
    undecided: history.messages.filter((message) => message.awaitingDecision).map(name),
    stranded: stranded(history, byConversation),
    needless: history.decisions
      .filter(({ kind, reason }) => kind === 'escalate' && reason !== 'customer_request')
      .filter(({ messageId }) => !excused.has(messageId))
      .map(({ messageId, reason }) => `${messageId} ${reason}`),
    late: late(history, byConversation, disturbance),
  };
}

const name = ({ conversationId, seq }: StoredMessage) => `${conversationId}#${seq}`;

function groupBySeq(messages: StoredMessage[]): Map<string, StoredMessage[]> {
  const groups = new Map<string, StoredMessage[]>();
  for (const message of [...messages].sort((a, b) => a.seq - b.seq)) {
    groups.set(message.conversationId, [...(groups.get(message.conversationId) ?? []), message]);
  }
  return groups;
}

/** Whatever a client wrote has to be acked in the end, and whatever was acked has to be stored. */
function unstored({ sent, messages }: History): string[] {
  const stored = new Set(messages.map(({ clientMessageId }) => clientMessageId));
  return sent
    .filter(({ acked, optional, clientMessageId }) => !optional && (!acked || !stored.has(clientMessageId)))
    .map(({ client, clientMessageId, acked }) => `${client} ${clientMessageId} ${acked ? 'acked' : 'never acked'}`);
}

/** Every client shows a prefix without gaps, and here, after the end, all of it. */
function unseen({ views }: History, byConversation: Map<string, StoredMessage[]>): string[] {
  return views.flatMap(({ client, conversationId, seesNotes, shown }) => {
    const seen = new Set(shown.map(({ seq }) => seq));
    return (byConversation.get(conversationId) ?? [])
      .filter((message) => (seesNotes || message.kind !== 'note') && !seen.has(message.seq))
      .map((message) => `${client} never saw ${name(message)}`);
  });
}

function storedTwice({ messages }: History): string[] {
  return repeated(messages.map(({ conversationId, clientMessageId }) => `${conversationId} ${clientMessageId}`));
}

function shownTwice({ views }: History): string[] {
  return views.flatMap(({ client, shown }) => repeated(shown.map(({ seq }) => `${client} shows #${seq} twice`)));
}

/** One decision for each message, and nothing that the bot says beyond the replies to a message that it has decided on or was asked for a person by. */
function answeredTwice({ decisions }: History, byConversation: Map<string, StoredMessage[]>): string[] {
  const decided = new Set(decisions.map(({ messageId }) => messageId));
  const beyond = [...byConversation.values()].flatMap((messages) => {
    const answered = messages.filter(
      ({ id, senderType, kind }) => senderType === 'contact' && (kind === 'activity' || decided.has(id)),
    );
    const replies = new Set(answered.flatMap((message) => repliesTo(message, messages)).map(({ id }) => id));
    return messages.filter(({ id, senderType }) => senderType === 'bot' && !replies.has(id));
  });
  return [
    ...beyond.map((message) => `${name(message)} belongs to no decision`),
    ...repeated(decisions.map(({ messageId }) => `${messageId} decided twice`)),
  ];
}

/** What the bot said to a message: its first reply, its second, and so on to the first that is not there. */
function repliesTo({ id }: StoredMessage, messages: StoredMessage[]): StoredMessage[] {
  const replies: StoredMessage[] = [];
  for (;;) {
    const wanted = replyId(id, replies.length);
    const next = messages.find(({ clientMessageId }) => clientMessageId === wanted);
    if (!next) return replies;
    replies.push(next);
  }
}

/** Replies to a message follow it, in their order. */
function saidOutOfOrder(byConversation: Map<string, StoredMessage[]>): string[] {
  return [...byConversation.values()].flatMap((messages) =>
    messages
      .filter(({ senderType }) => senderType === 'contact')
      .flatMap((message) => {
        const said = [message, ...repliesTo(message, messages)];
        return said.filter(({ seq }, i) => i > 0 && seq < said[i - 1]!.seq);
      })
      .map((reply) => `${name(reply)} was said too early`),
  );
}

function repeated(keys: string[]): string[] {
  const seen = new Set<string>();
  return keys.filter((key) => seen.size === seen.add(key).size);
}

/** A client's messages stand in the order in which it wrote them. */
function sentOutOfOrder({ sent, messages }: History): string[] {
  const stored = new Map(messages.map((message) => [message.clientMessageId, message]));
  const last = new Map<string, StoredMessage>();
  return sent.flatMap(({ client, clientMessageId }) => {
    const message = stored.get(clientMessageId);
    if (!message) return [];
    const key = `${client} ${message.conversationId}`;
    const before = last.get(key);
    last.set(key, message);
    return before && before.seq > message.seq ? [`${client}: ${name(message)} was written after ${name(before)}`] : [];
  });
}

/** The bot decides on one message after the other. */
function decidedOutOfOrder({ decisions }: History, byConversation: Map<string, StoredMessage[]>): string[] {
  const decidedAt = new Map(decisions.map(({ messageId, createdAt }) => [messageId, createdAt]));
  return [...byConversation.values()].flatMap((messages) => {
    const decided = messages.filter(({ id }) => decidedAt.has(id));
    return decided
      .filter((message, i) => i > 0 && decidedAt.get(message.id)! < decidedAt.get(decided[i - 1]!.id)!)
      .map((message) => `${name(message)} was decided before the one ahead of it`);
  });
}

/** From a hand-over or an agent's joining until the closing or the hand-back, the bot is silent. */
function botAfterPerson(byConversation: Map<string, StoredMessage[]>): string[] {
  return [...byConversation.values()]
    .flatMap((messages) => {
      let people = false;
      return messages.filter((message) => {
        if (message.activity) people = message.activity === 'handed_over' || message.activity === 'joined';
        return people && message.senderType === 'bot';
      });
    })
    .map(name);
}

/** Whoever was handed over is with an agent or in the waiting line, and nobody waits who was not. */
function stranded({ conversations }: History, byConversation: Map<string, StoredMessage[]>): string[] {
  return conversations
    .filter(({ id, owner, waits }) => {
      const last = byConversation.get(id)?.findLast(({ activity }) => activity !== null)?.activity;
      const withPeople = last === 'handed_over' || last === 'joined';
      return withPeople ? owner === 'bot' || waits !== (owner === 'queue') : owner !== 'bot' || waits;
    })
    .map(({ id, owner, waits }) => `${id} is with ${owner}${waits ? ' and waits' : ''}`);
}

function late({ views }: History, byConversation: Map<string, StoredMessage[]>, { from, to }: Disturbance): string[] {
  return views.flatMap(({ client, conversationId, shown }) => {
    const at = new Map(shown.map((message) => [message.seq, message.at]));
    return (byConversation.get(conversationId) ?? [])
      .filter(({ seq, createdAt }) => {
        const arrived = at.get(seq);
        const calm = createdAt < from - lateMs || createdAt > to;
        return calm && arrived !== undefined && arrived - createdAt > lateMs;
      })
      .map((message) => `${client} saw ${name(message)} after ${at.get(message.seq)! - message.createdAt} ms`);
  });
}
