import type { ActionSlot } from '#contracts';
import { answer, askForMissing, automated, type AnsweredIntent } from '../answers.js';
import { isOutOfScope, type Context } from '../context.js';
import { angerIn } from '../manners/anger.js';
import { asksForPerson } from '../manners/polite.js';
import type { Outcome } from '../outcome.js';
import { askWhich } from '../questions/clarify.js';
import { givesOrderNumber, slotsGivenNow } from '../questions/slots.js';
import { isBareChoice, isBareValue } from '../requests/carries-request.js';
import { isLikely } from '../threshold.js';
import { humanIntents } from './people-first.js';

/** "1042", or "sorry, 1043": what the customer has just asked about such a number, else the one thing that needs one, or which of them. */
export function numberAlone(context: Context): Outcome | null {
  const { shop, turn } = context;
  if (context.open !== null || !isBareValue(turn.text)) return null;
  const needing = [...shop.intents.values()].flatMap((intent) => automated(context, intent) ?? []).filter((meant) => givesOrderNumber(context, meant, true)); // prettier-ignore
  const last = turn.earlier[0]?.decision?.intentId;
  const meant = needing.find(({ intent }) => intent.id === last) ?? (needing.length === 1 ? needing[0] : undefined);
  if (meant) return answer(context, meant, 'question_answered');
  return needing.length > 1 && context.policy.threshold <= 1
    ? askWhich(
        context,
        needing.slice(0, 3).map(({ intent }) => intent),
      )
    : null;
}

/** What the bot has just answered, if it asks nothing, and may still answer that. */
function answeredLast(context: Context): AnsweredIntent | undefined {
  const { shop, turn, open } = context;
  const last = turn.earlier[0]?.decision;
  if (open !== null || last?.kind !== 'answer') return undefined;
  return automated(
    context,
    [...shop.intents.values()].find(({ id }) => id === last.intentId),
  );
}

/** "Sorry, the candle", or "I meant the shirt, silly me": another value of the one thing that the last answer was looked up by. */
export function choiceAlone(context: Context): Outcome | null {
  const { turn } = context;
  const meant = answeredLast(context);
  const choices = (meant?.answer.action?.slots ?? []).filter(({ kind }) => kind === 'choice');
  const named = choices.flatMap((slot) => slot.choices);
  if (!meant || choices.length === 0) return null;
  const [firstClause] = turn.text.split(/[,;.!]/);
  const names = isBareChoice(turn.text, named) || (!turn.text.includes('?') && isBareChoice(firstClause!, named));
  if (!names) return null;
  return Object.keys(slotsGivenNow(context, choices)).length > 0 ? answer(context, meant, 'question_answered') : null;
}

/** A number beside an address is taken for a call for a person by a half; from here on it is one. */
const surelyForPerson = 0.7;
/** From so much on an intent is looked up at once by what it needs, where all of that was given. */
const worthLookingUp = 0.15;

/**
 * Number and e-mail address in one message are hardly there for nothing: what needs both is looked up without a question, whatever else the
 * model makes of such words.
 */
export function allGiven(context: Context): Outcome | null {
  const { reading, shop, policy, open, turn } = context;
  if (open !== null || policy.threshold > 1 || isOutOfScope(context) || reading.requests.length > 1) return null;
  if (reading.confidence >= policy.threshold) return null; // what it is surely about says more
  if (humanIntents.has(reading.intent) && reading.confidence >= surelyForPerson) return null;
  if (asksForPerson(turn.text) || angerIn(turn.text, reading.acts.upset) !== null) return null;
  const meant = reading.topK
    .filter(({ confidence }) => confidence >= worthLookingUp)
    .flatMap(({ intent }) => automated(context, shop.intents.get(intent)) ?? [])
    .find((each) => givesOrderNumber(context, each) && givesAllNow(context, each.answer.action?.slots ?? []));
  return meant ? answer(context, meant, 'question_answered') : null;
}

/** "1041 it should have been": whatever a model makes of such words, they put the number right. "The wrong lamp" does not. */
const putsRight = new RegExp(
  String.raw`(?<!\p{L})(?:${[
    'should (?:have been|be)|(?:is|was) meant to be|i meant|mistyped|misread',
    '(?:wrong|different|other) (?:order )?(?:numbers?|digits?|slip|line|paper|receipt|e?-?mail|no)',
    'quise decir|quería decir|número equivocado',
    'ich meinte|gemeint (?:war|ist)|falsche (?:bestell)?nummer',
    'je voulais dire|mauvais numéro',
    'كنت أقصد|الرقم الخطأ',
  ].join('|')})(?!\p{L})`,
  'iu',
);
/** More words than these tell of something else than of a wrong number: where they say that they put it right, and where they do not. */
const mostWords = { puttingRight: 20, others: 12 };

/** "Beg pardon, I had the wrong slip. 1041 it should have been": the last answer is looked up anew. */
export function numberPutRight(context: Context): Outcome | null {
  return putsRight.test(context.turn.text) ? lookedUpAnew(context, mostWords.puttingRight) : null;
}

/** "Hang on, I read the second line, 1037": another number for what the last answer was looked up by, if nothing else is sure. */
export function otherNumber(context: Context): Outcome | null {
  return lookedUpAnew(context, mostWords.others);
}

function lookedUpAnew(context: Context, most: number): Outcome | null {
  const { turn, policy } = context;
  if (policy.threshold > 1 || turn.text.trim().split(/\s+/).length > most || turn.text.includes('?')) return null;
  const meant = answeredLast(context);
  return meant && givesOrderNumber(context, meant, true) ? answer(context, meant, 'question_answered') : null;
}

/** From so much on an intent is worth the question that it needs, where the order's number was given. */
const worthAsking = 0.25;

/**
 * What the likely intent needs stands in the message: then the bot asks for the rest of it, which says what it took the message for. With an
 * order's number in it, one among the best is enough: that costs a question, and else people would have to ask it.
 */
export function slotGiven(context: Context): Outcome | null {
  const { reading, shop, policy } = context;
  if (isOutOfScope(context) || policy.threshold > 1) return null;
  const best = reading.topK.flatMap(({ intent, confidence }) =>
    confidence >= worthAsking ? (automated(context, shop.intents.get(intent)) ?? []) : [],
  );
  const withNumber = best.find((each) => givesOrderNumber(context, each));
  const meant = isLikely(reading, policy) ? automated(context, shop.intents.get(reading.intent)) : withNumber;
  if (!meant) return null;
  const slots = meant.answer.action?.slots ?? [];
  if (Object.keys(slotsGivenNow(context, slots)).length === 0) return null;
  return askForMissing(context, meant);
}

function givesAllNow(context: Context, slots: ActionSlot[]): boolean {
  return slots.length > 1 && Object.keys(slotsGivenNow(context, slots)).length === slots.length;
}
