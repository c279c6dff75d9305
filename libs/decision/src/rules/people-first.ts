import { automated } from '../answers.js';
import { isOutOfScope, type Context } from '../context.js';
import { handOver } from '../handover/hand-over.js';
import { sensitive } from '../handover/sensitive.js';
import { angerIn } from '../manners/anger.js';
import { isManners } from '../manners/intents.js';
import { asksForPerson } from '../manners/polite.js';
import { escalate, type Outcome } from '../outcome.js';
import { closeIntents } from '../questions/clarify.js';
import { carriesRequest, requestBefore } from '../requests/carries-request.js';
import { instructsBot } from '../requests/instructs-bot.js';
import { primary, words } from '../words/index.js';

/** The intents by which customers ask for a person. */
export const humanIntents: ReadonlySet<string> = new Set(['talk_to_human']);

/** Even where the bot has asked something. */
export function sensitiveTopic({ topics, shop, language }: Context): Outcome | null {
  return topics.length === 0 ? null : sensitive(topics, language, shop.country, shop.topics);
}

/**
 * Heeded however unsure the model is of it, as long as it is the best guess and not out of scope: a needless hand-over costs less than a
 * customer who is held back. Who has said nothing else is asked once what it is about.
 */
export function personAskedFor(context: Context): Outcome | null {
  const { turn, reading, language } = context;
  const read = humanIntents.has(reading.intent) && !isOutOfScope(context);
  if (!read && !asksForPerson(turn.text)) return null;
  const said = requestBefore(turn) !== null || carriesRequest(turn.text, { rule: 'person_asked_for' });
  return escalate('person_asked_for', said ? [] : [{ text: words[language].personComing }]);
}

/** However sure the model is of what stands beside it. */
export function instructed(context: Context): Outcome | null {
  return instructsBot(context.turn.text) ? handOver(context, 'out_of_scope') : null;
}

/** "Found it, it was behind the bins. Have a good one": from so much on, only words say that its writer is angry. */
const likelyPolite = 0.7;

/** Mild anger is met best by an answer, or by a question that leads to one. */
export function upset(context: Context): Outcome | null {
  const { turn, reading, policy, shop, messageLanguage } = context;
  const isPolite = isManners(reading.intent) && reading.confidence >= likelyPolite;
  // The model has learned anger in few languages: it took a polite question in French for it.
  const isForeign = messageLanguage !== null && messageLanguage !== primary(shop.locale);
  const anger = angerIn(turn.text, isPolite || isForeign ? 0 : reading.acts.upset);
  if (anger === null) return null;
  const sure = reading.confidence >= policy.threshold && automated(context, shop.intents.get(reading.intent));
  const canAsk = !isOutOfScope(context) && closeIntents(context) !== null;
  return anger === 'mild' && (sure || canAsk || reading.requests.length > 1) ? null : handOver(context, 'upset');
}

/** By the shop's setting, a language without an approved answer is for people. */
export function otherLanguage(context: Context): Outcome | null {
  const { written, shop, reading } = context;
  if (written === null || shop.otherLanguages === 'answer' || reading.requests.length > 1) return null;
  const intent = shop.intents.get(reading.intent);
  const answered = intent?.automate && [...intent.answers.keys()].some((locale) => primary(locale) === written);
  return written === primary(shop.locale) || answered ? null : handOver(context, 'other_language', intent);
}
