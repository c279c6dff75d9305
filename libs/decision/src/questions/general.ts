import type { Context } from '../context.js';
import { withoutFaces } from '../manners/faces.js';
import { politeAct } from '../manners/polite.js';
import { tokens } from '../manners/tokens.js';

/** Of the model's probability that a message says too little to tell what it is about. */
export const tooGeneralLimit = 0.7;
/** P(no intent fits) from which a message is about something else rather than about nothing: "I want to talk about a wholesale order". */
export const somethingElseFrom = 0.75;
/** So few words tell as little, unless they are like nothing that was learned, or the model is as good as sure of them. */
const fewWords = 2;
const asGoodAsSure = 0.9;

/** Whether a message that the model is not sure of is worth asking what it is about. */
export function isTooGeneral({ turn, reading, policy, open }: Context): boolean {
  if (policy.threshold > 1) return false;
  // Read together with what was said before, or said to the bot's question, few words may say enough.
  const answers = reading.readAfterPrevious || open?.kind === 'clarify';
  if (answers && reading.confidence >= policy.likelyFrom) return false;
  if (politeAct(turn.text) === 'general') return true;
  if (reading.acts.too_general >= tooGeneralLimit && reading.oosScore < somethingElseFrom) return true;
  const words = tokens(withoutFaces(turn.text)).length;
  const isShort = words < fewWords || (words === fewWords && reading.confidence < asGoodAsSure);
  return isShort && reading.oosScore <= policy.oosLimit;
}

/** What is asked of a thing, in five languages: "where's my order" says what is wanted, however short. */
const saysWhat =
  /^(?:where(?:['’]?s)?|when|how (?:long|much|many|big)|any (?:news|updates?)|wo|wann|wie (?:lange|viel)|dónde|cuándo|cuánto|où|quand|combien|أين|اين|متى|كم)(?!\p{L})/iu;

/** "My order hasn't turned up", or "is my stuff on its way": what was to happen and did not, or may. */
const isAwaited =
  /on (?:its|it['’]s|their) way(?!\p{L})|(?:(?:has|have|did)(?:n['’]?t| not)|never) (?:yet |even )?(?:arriv|turn(?:ed)? up|come|came|show(?:n|ed)? up|been delivered)|nicht (?:angekommen|da)(?!\p{L})|no (?:ha|han) llegado|(?:pas|jamais) (?:encore )?arrivée?s?(?!\p{L})|لم (?:يصل|تصل)/iu;

export function asksOneThing(text: string): boolean {
  return saysWhat.test(text.trim().replace(/^[¿\s]+/, '')) || isAwaited.test(text);
}
