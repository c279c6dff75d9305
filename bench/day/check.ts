/** What a day promises, held against what it left behind. Pure: it reads a finished day and names whatever breaks a promise. */
import type { ConversationStatus } from '#contracts';
import { groupBy } from '#statistics';
import { check as checkHistory, type StoredDecision, type StoredMessage } from '../../test/faults/history.js';

export interface DayMessage extends StoredMessage {
  /** The visitor left an e-mail address. */
  emailLeft: boolean;
  text: string;
}

export interface DayConversation {
  id: string;
  status: ConversationStatus;
  owner: 'bot' | 'queue' | 'agent';
  /** Has a row in the waiting line. */
  waits: boolean;
  /** Who owns it works here. */
  ownerKnown: boolean;
}

/** One conversation as somebody's screen shows it; activities are left out. */
export interface ShownConversation {
  by: string;
  conversationId: string;
  seesNotes: boolean;
  texts: string[];
}

export interface Day {
  messages: DayMessage[];
  decisions: StoredDecision[];
  conversations: DayConversation[];
  /** What each visitor wrote, in its order, by mail too. */
  visitors: { name: string; conversationId: string; said: string[]; emailAskedAgain: number }[];
  /** What each agent wrote; no two texts are the same. `refused`: shown to its writer as not sent, or still in the box. */
  agents: { name: string; said: string[]; refused: string[] }[];
  shown: ShownConversation[];
  /** The whole list, as it is on each console. */
  lists: { by: string; conversationIds: string[] }[];
  /** What pages threw. */
  errors: string[];
}

export interface DayFindings {
  lost: string[];
  doubled: string[];
  outOfOrder: string[];
  /** The stored history has a gap, or a screen shows another one. */
  gaps: string[];
  askedTwice: string[];
  botAfterPerson: string[];
  /** Neither resolved nor snoozed by somebody nor in the waiting line; or a message without its decision. */
  unsettled: string[];
  notListed: string[];
  errors: string[];
}

const never = { from: Infinity, to: Infinity };

export function checkDay(day: Day): DayFindings {
  const { messages, decisions, conversations, lists } = day;
  const history = checkHistory({ messages, decisions, conversations, sent: [], views: [] }, never);
  const byConversation = groupBy(messages, ({ conversationId }) => conversationId);
  return {
    lost: [...lostOfVisitors(day, byConversation), ...lostOfAgents(day)],
    doubled: [...history.doubled, ...doubledOfAgents(day)],
    outOfOrder: history.outOfOrder,
    gaps: [...gapsIn(byConversation), ...otherScreens(day, byConversation)],
    askedTwice: [...sameQuestions(byConversation), ...emailAskedTwice(day, byConversation)],
    botAfterPerson: history.botAfterPerson,
    unsettled: [...history.undecided, ...history.stranded, ...conversations.filter(isUnsettled).map(named)],
    notListed: lists.flatMap(({ by, conversationIds }) =>
      conversations.filter(({ id }) => !conversationIds.includes(id)).map(({ id }) => `${by} does not see ${id}`),
    ),
    errors: day.errors,
  };
}

type ByConversation = ReadonlyMap<string, DayMessage[]>;
const place = ({ conversationId, seq }: DayMessage) => `${conversationId}#${seq}`;
const named = ({ id, status, owner }: DayConversation) => `${id} is ${status} with ${owner}`;
const isSpoken = ({ kind, text }: DayMessage) => kind !== 'activity' && text !== '';

/** A visitor's conversation holds what the visitor wrote: all of it, once, in its order. */
function lostOfVisitors({ visitors }: Day, byConversation: ByConversation): string[] {
  return visitors.flatMap(({ name, conversationId, said }) => {
    const stored = (byConversation.get(conversationId) ?? []).filter(({ kind }) => kind === 'inbound');
    const texts = stored.map(({ text }) => text);
    return JSON.stringify(texts) === JSON.stringify(said)
      ? []
      : [`${name} (${conversationId}) wrote ${JSON.stringify(said)}, stored is ${JSON.stringify(texts)}`];
  });
}

function lostOfAgents({ agents, messages }: Day): string[] {
  const stored = new Set(messages.map(({ text }) => text));
  return agents.flatMap(({ name, said, refused }) =>
    said.filter((text) => !stored.has(text) && !refused.includes(text)).map((text) => `${name}: ${text}`),
  );
}

function doubledOfAgents({ messages }: Day): string[] {
  const seen = new Set<string>();
  const byAgents = messages.filter(({ senderType, text }) => senderType === 'agent' && text !== '');
  return byAgents.filter(({ text }) => seen.size === seen.add(text).size).map(place);
}

function gapsIn(byConversation: ByConversation): string[] {
  return [...byConversation.values()].flatMap((messages) =>
    messages
      .filter(({ seq }, n) => seq !== n + 1)
      .slice(0, 1)
      .map((message) => `a gap before ${place(message)}`),
  );
}

/** Formatting is drawn; words stay. */
const words = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

function otherScreens({ shown }: Day, byConversation: ByConversation): string[] {
  return shown.flatMap(({ by, conversationId, seesNotes, texts }) => {
    const stored = (byConversation.get(conversationId) ?? [])
      .filter((message) => isSpoken(message) && (seesNotes || message.kind !== 'note'))
      .map(({ text }) => words(text));
    const drawn = texts.map(words);
    const n = stored.findIndex((text, i) => text !== drawn[i]);
    if (n < 0 && drawn.length === stored.length) return [];
    return [
      `${by} shows ${drawn.length} of ${stored.length} in ${conversationId}, first other: ${stored[n] ?? 'more'}`,
    ];
  });
}

/** What the bot asks, it asks once in an episode. */
function sameQuestions(byConversation: ByConversation): string[] {
  return [...byConversation.values()].flatMap((messages) => {
    let asked = new Set<string>();
    return messages.flatMap((message) => {
      if (message.activity === 'resolved') asked = new Set();
      if (message.senderType !== 'bot' || !message.text.includes('?')) return [];
      return asked.size === asked.add(message.text).size ? [`${place(message)}: ${message.text}`] : [];
    });
  });
}

function emailAskedTwice({ visitors }: Day, byConversation: ByConversation): string[] {
  return visitors
    .filter(({ conversationId, emailAskedAgain }) => {
      const left = (byConversation.get(conversationId) ?? []).filter(({ emailLeft }) => emailLeft);
      return emailAskedAgain > 0 || left.length > 1;
    })
    .map(({ name }) => `${name} was asked for the e-mail again`);
}

/** Closed, put off by somebody who works here, or in the line. */
function isUnsettled({ status, owner, waits, ownerKnown }: DayConversation): boolean {
  if (status === 'resolved') return owner !== 'bot';
  if (status === 'queued') return !waits;
  return status === 'bot' || !ownerKnown;
}
