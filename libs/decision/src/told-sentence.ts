import { orderNumbersIn } from '#actions';
import { answer, automated } from './answers.js';
import { isAnswer, nearestSentence, type NearestSentence } from './answered-sentence.js';
import { followedAnswer, type Context } from './context.js';
import { angerIn } from './manners/anger.js';
import { saysNotHelped, saysUntrue } from './manners/not-helped.js';
import type { Compare, Settled } from './outcome.js';
import { personButton } from './questions/ask.js';
import { somethingElse } from './questions/clarify.js';
import type { ShopIntent } from './situation.js';

export type Answered = Settled & { kind: 'answer' };

/** Sentences of one answer that are told one after the other: whoever asks on still needs a person. */
const mostTold = 3;
/** From so much on, what the message is about is another thing, even where that is not enough for an answer. */
const surelyAnother = 0.7;
/** P from which a sentence is told where the model is unsure of the message. */
const surelyTellFrom = 0.6;

/** The one sentence of the answer `given` that surely answers who asks on; null: none does, or too many were told. */
export function toldSentence(
  context: Context,
  given: Answered,
  nearest: NearestSentence,
  about: ShopIntent | undefined,
): Answered | null {
  const { turn, reading, policy } = context;
  const told = turn.earlier.filter(({ decision }) => decision?.kind === 'answer' && decision.rule === 'said_before');
  if (!isAnswer(nearest) || told.length >= mostTold || !asksAboutRules(context, about)) return null;
  // "And parrots?", after where dogs are welcome; "any Christmas temps?": near to a sentence, and no question that the shop answers.
  if ((reading.alone ?? reading).oosScore > policy.oosLimit) return null;
  const quickReplies = [somethingElse(context), personButton(context)];
  return { ...given, rule: 'said_before', replies: [{ text: nearest.text, quickReplies }] };
}

/** "How often does it come", after an answer on the newsletter: the model is unsure of it, but a sentence of that answer surely answers it. */
export function toldInstead(context: Context, outcome: Settled): Answered | Compare | null {
  const about = isUnsure(outcome) ? justAnswered(context) : undefined;
  const meant = automated(context, about);
  const { text } = context.turn;
  if (
    !meant ||
    isAboutAnother(context, meant.intent) ||
    angerIn(text, 0) !== null ||
    saysNotHelped(text) ||
    saysUntrue(text)
  )
    return null;
  const given = answer(context, meant, 'confident');
  if (given.kind !== 'answer') return null;
  const nearest = nearestSentence(context, given);
  if (nearest === null || nearest.kind === 'compare') return nearest;
  return nearest.probability >= surelyTellFrom ? toldSentence(context, given, nearest, about) : null;
}

/** "No, I mean how many days until you deliver", after an answer on returns: no sentence of that one is it. */
function isAboutAnother({ reading }: Context, { name }: ShopIntent): boolean {
  return reading.intent !== name && reading.confidence >= surelyAnother;
}

/** The bot would ask which intent is meant, or hand over what it is not sure of. */
function isUnsure({ kind, rule }: Settled): boolean {
  return kind === 'clarify'
    ? rule === 'close_intents'
    : kind === 'escalate' && (rule === 'not_confident' || rule === 'asked_before');
}

function justAnswered(context: Context): ShopIntent | undefined {
  const answered = followedAnswer(context);
  return answered ? [...context.shop.intents.values()].find(({ id }) => id === answered.intentId) : undefined;
}

/**
 * What holds for everybody may answer who asks on. What was looked up has been told whole, and who names an order by its number ("two weeks since
 * you had it back. 1034") tells of a case that it does not fit.
 */
function asksAboutRules({ turn, shop }: Context, about: ShopIntent | undefined): boolean {
  const isLookedUp = [...(about?.answers.values() ?? [])].some(({ action }) => action !== null);
  return !isLookedUp && orderNumbersIn(turn.text, shop.orderNumberPattern, false).length === 0;
}
