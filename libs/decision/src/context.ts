import type { ActionResult } from '#actions';
import type { Locale } from '#contracts';
import { detectLanguage } from '#language';
import { isManners } from './manners/intents.js';
import { politeAct } from './manners/polite.js';
import type { EarlierMessage, IntentReading, Knowledge, ModelPolicy, Reading, Shop, Turn } from './situation.js';
import { spoken } from './words/index.js';

/** A turn with what is known of it and what follows from that: what the rules look at. */
export interface Context {
  turn: Turn;
  shop: Shop;
  policy: ModelPolicy;
  reading: Reading;
  results: ReadonlyMap<string, ActionResult>;
  /** BCP 47 primary: what the customer surely writes in, in this message or one just before; null: nobody can tell. */
  written: string | null;
  /** The language that the bot speaks. */
  language: Locale;
  /** What the bot has asked last, and is still open. */
  open: OpenQuestion | null;
}

/** What the bot decided about the message that it asked back on. */
export type OpenQuestion = NonNullable<EarlierMessage['decision']>;

export function contextOf(turn: Turn, known: Knowledge): Context {
  const written = languageWritten(turn);
  const language = languageOf(turn, known.shop.locale);
  const context = { turn, ...known, written, language, open: openQuestion(turn.earlier) };
  // A greeting beside a request is no request.
  const requests = known.reading.requests.filter(({ intent }) => !isManners(intent));
  return requests.length === 1
    ? forRequest(context, requests[0]!)
    : { ...context, reading: { ...known.reading, requests } };
}

/** One request of the message by itself. */
export function forRequest(context: Context, { intent, confidence, oosScore, topK }: IntentReading): Context {
  const { reading } = context;
  const acts = { ...reading.acts, several_requests: 0 };
  return { ...context, reading: { ...reading, intent, confidence, oosScore, topK, acts, requests: [] } };
}

/** The language of a message that is sure to be in one; the label of a button says nothing. */
export function languageIn(text: string, { lastBot }: Pick<Turn, 'lastBot'>): string | null {
  if (lastBot?.quickReplies.some((reply) => reply.text === text)) return null;
  const detected = detectLanguage(text);
  return detected?.sure ? detected.language : null;
}

/** The language to speak: the one that the customer writes in, else the widget's, else the shop's. */
export function languageOf(turn: Turn, shopLocale: string | null): Locale {
  return spoken(languageWritten(turn)) ?? spoken(turn.locale) ?? spoken(shopLocale) ?? 'en';
}

/** So many messages are looked through for the customer's language. */
const languageReach = 6;

function languageWritten(turn: Turn): string | null {
  for (const { text } of [turn, ...turn.earlier].slice(0, languageReach)) {
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
