import { answer, automated, type AnsweredIntent } from '../answers.js';
import { followedAnswer, type Context } from '../context.js';
import { handOver } from '../handover/hand-over.js';
import { isTopic } from '../manners/intents.js';
import { isTooEarly } from '../manners/too-early.js';
import type { Outcome } from '../outcome.js';
import { somethingElse } from '../questions/clarify.js';
import { isTooGeneral } from '../questions/general.js';
import { personButton } from '../questions/ask.js';
import { slotsGivenNow } from '../questions/slots.js';
import { deniesDoing } from '../requests/denied.js';
import { withPossibleRest } from '../requests/possible.js';
import type { ShopIntent } from '../situation.js';
import { afterAnother, isLikely } from '../threshold.js';
import { words } from '../words/index.js';

export function confident(context: Context): Outcome | null {
  const { reading, policy, shop } = context;
  if (isTooEarly(reading.intent, context.turn)) return null;
  const intent = shop.intents.get(reading.intent);
  const sure = automated(context, intent);
  if (reading.confidence < inTurn(context, intent, policy.threshold) && !(sure && goesOn(context, sure))) return null;
  if (sure && deniesDoing(context.turn.text, sure.intent.title)) return handOver(context, 'contradicted', intent);
  return sure
    ? withPossibleRest(context, answer(context, sure, 'confident'))
    : handOver(context, 'not_automated', intent);
}

/** The confidence from which this message is answered, where a first one is answered `from`. */
function inTurn(context: Context, intent: ShopIntent | undefined, from: number): number {
  return isAnother(context, intent) ? afterAnother(from) : from;
}

/** It is about something else than what the bot has just answered, shown once more, or offered. The same intent again is for `withoutLoops`. */
function isAnother(context: Context, intent: ShopIntent | undefined): boolean {
  const { turn } = context;
  const answered = followedAnswer(context);
  if (answered) return answered.intentId !== intent?.id;
  const [newest] = turn.earlier;
  const isOffered = turn.lastBot?.quickReplies.some(({ text }) => text === intent?.title) ?? false;
  return newest?.decision?.kind === 'clarify' && newest.decision.rule !== 'too_general' && !isOffered;
}

/** "And the trousers?": the message leans on the one that was answered, keeps to its intent, and gives another value for what that needs. */
function goesOn(context: Context, { intent, answer: { action } }: AnsweredIntent): boolean {
  const { reading, turn, policy } = context;
  const last = turn.earlier[0]?.decision;
  return (
    reading.readAfterPrevious &&
    isLikely(reading, policy) &&
    last?.kind === 'answer' &&
    last.intentId === intent.id &&
    Object.keys(slotsGivenNow(context, action?.slots ?? [])).length > 0
  );
}

/** No other intent comes near the first one: it is answered, and the customer hears what the message was taken for. */
export function likely(context: Context): Outcome | null {
  const { shop, reading, language } = context;
  const meant = automated(context, shop.intents.get(reading.intent));
  if (!meant || !isTopic(reading.intent) || isTooGeneral(context) || !isClearlyAhead(context, meant)) return null;
  if (deniesDoing(context.turn.text, meant.intent.title)) return handOver(context, 'contradicted', meant.intent);
  const outcome = answer(context, meant, 'likely');
  if (outcome.kind === 'escalate') return outcome.rule === 'contradicted' ? outcome : null;
  if (outcome.kind !== 'answer') return outcome;
  const quickReplies = [somethingElse(context), personButton(context)];
  const last = { ...outcome.replies.at(-1)!, quickReplies };
  const replies = [{ text: words[language].takenFor(meant.intent.title) }, ...outcome.replies.slice(0, -1), last];
  return { ...outcome, replies };
}

/** What seems to hold several requests, of which none were found, is one if the model is so sure of it. */
const surelyOne = 0.9;

/** The second has at most this part of the first one's confidence, and hardly anything says that no intent fits. */
const [ahead, mostOutOfScope] = [0.25, 0.15];

/** Where the message names what the answer is looked up by, so much may. */
const mostWithSlots = 0.2;

function isClearlyAhead(context: Context, { intent, answer: { action } }: AnsweredIntent): boolean {
  const { reading, policy } = context;
  const { confidence, topK, oosScore, acts } = reading;
  const second = topK[1]?.confidence ?? 0;
  const isOne = (acts.several_requests < 0.5 || confidence >= surelyOne) && second <= ahead * confidence;
  const namesWhatItNeeds = Object.keys(slotsGivenNow(context, action?.slots ?? [])).length > 0;
  const most = namesWhatItNeeds ? mostWithSlots : mostOutOfScope;
  return isOne && confidence >= inTurn(context, intent, policy.likelyFrom) && oosScore <= most;
}
