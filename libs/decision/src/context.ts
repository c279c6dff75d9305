import type { ActionResult } from '#actions';
import type { Locale, Similarity } from '#contracts';
import { detectLanguage } from '#language';
import { topicsOf } from '#topics';
import { isManners } from './manners/intents.js';
import { givesThanks, politeAct } from './manners/polite.js';
import { saysMore } from './manners/says-more.js';
import { isBareValue } from './requests/carries-request.js';
import { isDenied } from './requests/denied.js';
import type {
  EarlierMessage,
  IntentReading,
  Knowledge,
  ModelPolicy,
  Reading,
  ReadRequest,
  Shop,
  Turn,
} from './situation.js';
import { spoken } from './words/index.js';

/** A turn with what is known of it and what follows from that: what the rules look at. */
export interface Context {
  turn: Turn;
  shop: Shop;
  policy: ModelPolicy;
  reading: Reading;
  results: ReadonlyMap<string, ActionResult>;
  similarities: ReadonlyMap<string, Similarity> | null;
  /** BCP 47 primary: what this message is surely in; null: nobody can tell. */
  messageLanguage: string | null;
  /** What the customer surely writes in, in this message or one just before. */
  written: string | null;
  /** The language that the bot speaks. */
  language: Locale;
  /** The sensitive topics of the message. */
  topics: string[];
  /** What the bot has asked last, and is still open. */
  open: OpenQuestion | null;
  /** The words of the request that is decided about, where the message holds several. */
  piece: string | null;
}

/** What the bot decided about the message that it asked back on. */
export type OpenQuestion = NonNullable<EarlierMessage['decision']>;

export function contextOf(turn: Turn, known: Knowledge): Context {
  const messageLanguage = languageIn(turn.text, turn);
  const written = messageLanguage ?? languageBefore(turn);
  const language = languageToSpeak(written, turn, known.shop.locale);
  const topics = topicsOf(turn.text, known.reading.topics, known.shop.topics);
  const open = openQuestion(turn.earlier);
  const context = { turn, ...known, messageLanguage, written, language, topics, open, piece: null };
  const wanted = (requests: ReadRequest[]) => requests.filter((request) => isRequest(request, known.policy));
  const requests = wanted(known.reading.requests);
  const possibleRequests = wanted(known.reading.possibleRequests);
  return requests.length === 1 && known.reading.requests.length > 1
    ? forRequest(context, requests[0]!)
    : { ...context, reading: { ...known.reading, requests, possibleRequests } };
}

/** As the model reads them: identities are taken out. */
const namesValue = /\p{N}|\b(?:number|address)\b/u;

/** "Thanks for the reply, but my code still fails": so sure it is more than the thanks. */
const surelyMore = 0.95;

/** A greeting beside a request is none, nor is praise for what came quickly, a number or an address, nor what the customer says not to want. */
function isRequest({ intent, confidence, oosScore, text }: ReadRequest, { oosLimit }: ModelPolicy) {
  const isPolite = isManners(intent) && oosScore <= oosLimit;
  if (isPolite || isDenied(text) || (namesValue.test(text) && isBareValue(text))) return false;
  return !givesThanks(text) || (confidence >= surelyMore && saysMore(text));
}

/** One request of the message by itself. */
export function forRequest(
  context: Context,
  { intent, confidence, oosScore, topK, text }: IntentReading & { text: string },
): Context {
  const { reading } = context;
  const acts = { ...reading.acts, several_requests: 0 };
  const own = { ...reading, intent, confidence, oosScore, topK, acts, requests: [], possibleRequests: [] };
  return { ...context, reading: own, piece: text };
}

/** The language of a message that is sure to be in one; the label of a button says nothing. */
export function languageIn(text: string, { lastBot }: Pick<Turn, 'lastBot'>): string | null {
  if (lastBot?.quickReplies.some((reply) => reply.text === text)) return null;
  const detected = detectLanguage(text);
  return detected?.sure ? detected.language : null;
}

/** The language to speak: the one that the customer writes in, else the widget's, else the shop's. */
export function languageOf(turn: Turn, shopLocale: string | null): Locale {
  return languageToSpeak(languageIn(turn.text, turn) ?? languageBefore(turn), turn, shopLocale);
}

function languageToSpeak(written: string | null, { locale }: Turn, shopLocale: string | null): Locale {
  return spoken(written) ?? spoken(locale) ?? spoken(shopLocale) ?? 'en';
}

/** So many messages before this one are looked through for the customer's language. */
const languageReach = 5;

function languageBefore(turn: Turn): string | null {
  for (const { text } of turn.earlier.slice(0, languageReach)) {
    const language = languageIn(text, turn);
    if (language !== null) return language;
  }
  return null;
}

/** The last question, past the small talk that came after it; "never mind" ends it. */
function openQuestion(earlier: EarlierMessage[]): OpenQuestion | null {
  const closes = (text: string) => ['noMore', 'goodbye'].includes(politeAct(text) ?? '');
  const last = earlier.find(({ text, decision }) => decision?.kind !== 'small_talk' || closes(text))?.decision;
  return last?.kind === 'ask_slot' || last?.kind === 'clarify' ? last : null;
}

/** What was decided where the answer was given that the message follows on, past the question what is still open of it; null: it follows on none. */
export function followedAnswer({ turn: { earlier }, open }: Context): EarlierMessage['decision'] {
  const told = open?.rule === 'said_before' ? earlier.find(({ decision }) => decision?.kind === 'answer') : earlier[0];
  return told?.decision?.kind === 'answer' ? told.decision : null;
}

/** Whether no intent is likelier to fit than one. */
export function isOutOfScope({ reading, policy }: Context): boolean {
  return reading.oosScore > policy.oosLimit;
}
