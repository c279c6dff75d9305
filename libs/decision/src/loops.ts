import { answer, automated } from './answers.js';
import { isWorthShowing, nearestSentence } from './answered-sentence.js';
import type { Context } from './context.js';
import { handOver } from './handover/hand-over.js';
import { noEvidence, type Compare, type Outcome, type Settled } from './outcome.js';
import { personButton } from './questions/ask.js';
import { angerIn } from './manners/anger.js';
import { isTopic } from './manners/intents.js';
import { saysNotHelped, saysUntrue } from './manners/not-helped.js';
import { notedInstead } from './manners/small-talk.js';
import { addedBy } from './questions/added.js';
import { somethingElse, titleButton } from './questions/clarify.js';
import { slotsGivenNow } from './questions/slots.js';
import type { ShopIntent } from './situation.js';
import { toldInstead, toldSentence, type Answered } from './told-sentence.js';
import { words } from './words/index.js';

/** An intent is offered that has so much of the confidence without the answered one, or of the message's own. */
const otherShare = 0.3;
/** With less confidence than this it is noise. */
const leastConfidence = 0.02;

/**
 * What was just done is not done again, whatever the text. Whoever asks on after an answer is told the sentence of it that answers that, if
 * one surely does. Else the bot asks once in an episode what is still open; then, and when the same is all that it has to say to its own question,
 * people have it.
 */
export function withoutLoops(context: Context, outcome: Outcome): Outcome | Compare {
  if (outcome.kind === 'act') return outcome;
  const instead = toldInstead(context, outcome);
  if (instead) return instead;
  if (outcome.kind === 'escalate') return outcome;
  const about = [...context.shop.intents.values()].find(({ id }) => 'intentId' in outcome && id === outcome.intentId);
  const isRepeated = isSame(context, outcome) || (hasToldAgain(context) && isNoNews(context, outcome));
  const noted = isRepeated && outcome.kind === 'answer' ? notedInstead(context) : null;
  if (noted) return noted;
  if (isUnhelped(context, outcome)) return handOver(context, 'said_before', about);
  if (!isRepeated) return outcome;
  if (outcome.kind !== 'answer') return handOver(context, 'said_before', about);
  return insteadOfSame(context, outcome, about);
}

/** The answer to what the message adds; else the sentence of the answer given that it asks about; else the question what is still open. */
function insteadOfSame(context: Context, given: Answered, about: ShopIntent | undefined): Outcome | Compare {
  const own = nearestSentence(context, given);
  if (own?.kind === 'compare') return own;
  const { turn, language } = context;
  const hasAsked = turn.earlier.some(({ decision }) => decision?.kind === 'clarify' && decision.rule === 'said_before');
  const added = hasAsked ? null : answerToAdded(context);
  if (added && !(added.kind === 'answer' && isSame(context, added))) {
    const other = added.kind === 'answer' ? nearestSentence(context, added) : null;
    if (other?.kind === 'compare') return other;
    // "The email never came", after an answer that says where it may be: no other answer is nearer to that.
    if (!own || !other || other.probability >= own.probability) return added;
  }
  // Who is angry at an answer, in so many words, is not asked what it lacked.
  if (angerIn(turn.text, 0) !== null) return handOver(context, 'upset', about);
  const told = own && toldSentence(context, given, own, about);
  if (told) return told;
  if (hasAsked) return handOver(context, 'said_before', about);
  const others = otherTopics(context, given.intentId).map(titleButton);
  const quickReplies = [...others, somethingElse(context), personButton(context)];
  const { stillOpen, ifNotAnswered } = words[language];
  const text = own && isWorthShowing(own) ? `${own.text}\n\n${ifNotAnswered}` : stillOpen;
  return { kind: 'clarify', rule: 'said_before', evidence: noEvidence, replies: [{ text, quickReplies }] };
}

/** "I tried that", after an answer: it is not given again, however long ago it was, nor is anything asked. "That can't be right": nor is another, nor asked about. */
function isUnhelped({ turn }: Context, outcome: Settled): boolean {
  if (turn.earlier[0]?.decision?.kind !== 'answer') return false;
  if (outcome.kind === 'clarify' && outcome.rule === 'close_intents') return saysUntrue(turn.text);
  if (outcome.kind !== 'answer') return false;
  if (saysUntrue(turn.text)) return true;
  const again = turn.earlier.some(
    ({ decision }) => decision?.kind === 'answer' && decision.intentId === outcome.intentId,
  );
  return again && saysNotHelped(turn.text);
}

/** "And how long?", read after the question that was answered, is that question again. What it adds to it is another. */
function answerToAdded(context: Context): Outcome | null {
  const { reading, policy, shop } = context;
  const added = policy.threshold > 1 ? null : addedBy(reading);
  const meant = added === null ? undefined : automated(context, shop.intents.get(added));
  const outcome = meant && answer(context, meant, 'confident');
  return outcome && outcome.kind !== 'escalate' ? outcome : null;
}

/** What it may be about, if the answer that was just given was not it: whoever asks on wants something else. */
function otherTopics({ reading: { topK, alone }, shop }: Context, answered: string): ShopIntent[] {
  const others = topK.filter(({ intent }) => shop.intents.get(intent)?.id !== answered);
  const rest = others.reduce((sum, { confidence }) => sum + confidence, 0);
  const ofTurn = others.filter(({ confidence }) => confidence >= Math.max(leastConfidence, otherShare * rest));
  const ofMessage = (alone?.topK ?? []).filter(({ confidence }) => confidence >= otherShare);
  const names = new Set([...ofTurn, ...ofMessage].map(({ intent }) => intent).filter(isTopic));
  return [...names].flatMap((name) => shop.intents.get(name) ?? []).filter(({ id }) => id !== answered);
}

/** The same kind of outcome in the same words. Numbers in a question make no difference; in an answer they are what it is about. */
function isSame({ turn }: Context, { kind, replies }: Settled): boolean {
  const last = turn.lastBot?.text;
  const before = turn.earlier[0]?.decision?.kind;
  const now = replies.at(-1)?.text;
  if (last === undefined || now === undefined || (before !== undefined && before !== kind)) return false;
  return kind === 'answer' ? now === last : folded(now) === folded(last);
}

/** The bot has just told a sentence of its answer, or asked what is still open of it. */
function hasToldAgain({ turn, open }: Context): boolean {
  const last = turn.earlier[0]?.decision;
  return open?.rule === 'said_before' || (last?.kind === 'answer' && last.rule === 'said_before');
}

/** The answer that the bot has given already, and nothing new to look up. */
function isNoNews(context: Context, outcome: Settled): boolean {
  if (outcome.kind !== 'answer') return false;
  const answered = context.turn.earlier.find(({ decision }) => decision?.kind === 'answer')?.decision;
  const answers = context.shop.intents.values();
  const intent = [...answers].find(({ id }) => id === outcome.intentId);
  const slots = [...(intent?.answers.values() ?? [])].flatMap(({ action }) => action?.slots ?? []);
  return answered?.intentId === outcome.intentId && Object.keys(slotsGivenNow(context, slots)).length === 0;
}

function folded(text: string): string {
  return text
    .replace(/[\p{N}]+/gu, '0')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
