import { answer, automated } from './answers.js';
import type { Context } from './context.js';
import { handOver } from './handover/hand-over.js';
import { noEvidence, type Outcome, type Settled } from './outcome.js';
import { personButton } from './questions/ask.js';
import { isTopic, somethingElse, titleButton } from './questions/clarify.js';
import { slotsGivenNow } from './questions/slots.js';
import type { ShopIntent } from './situation.js';
import { isLikely } from './threshold.js';
import { words } from './words/index.js';

/** An intent is offered that has so much of the confidence without the answered one. */
const otherShare = 0.3;

/**
 * What was just done is not done again, whatever the text. After an answer the bot asks once in an episode what is still open; else, and when
 * the same answer is all that it has to that question, people have it.
 */
export function withoutLoops(context: Context, outcome: Outcome): Outcome {
  if (outcome.kind === 'act' || outcome.kind === 'escalate') return outcome;
  const { turn, shop, open, language } = context;
  const about = [...shop.intents.values()].find(({ id }) => 'intentId' in outcome && id === outcome.intentId);
  if (open?.rule === 'said_before' && isNoNews(context, outcome)) return handOver(context, 'said_before', about);
  if (!isSame(context, outcome)) return outcome;
  const askedBefore = turn.earlier.some(
    ({ decision }) => decision?.kind === 'clarify' && decision.rule === 'said_before',
  );
  if (outcome.kind !== 'answer' || askedBefore) return handOver(context, 'said_before', about);
  const byItself = answerByItself(context);
  if (byItself && !(byItself.kind === 'answer' && isSame(context, byItself))) return byItself;
  const others = otherTopics(context, outcome.intentId).map(titleButton);
  const quickReplies = [...others, somethingElse(context), personButton(context)];
  const replies = [{ text: words[language].stillOpen, quickReplies }];
  return { kind: 'clarify', rule: 'said_before', evidence: noEvidence, replies };
}

/** "And how long?", read after the question that was answered, is that question again. By itself it may well be another. */
function answerByItself(context: Context): Outcome | null {
  const { reading, policy, shop } = context;
  const { alone } = reading;
  if (!alone || alone.intent === reading.intent || !isTopic(alone.intent)) return null;
  if (!isLikely(alone, policy) || alone.oosScore > policy.oosLimit) return null;
  const meant = automated(context, shop.intents.get(alone.intent));
  const outcome = meant && answer(context, meant, 'confident');
  return outcome && outcome.kind !== 'escalate' ? outcome : null;
}

/** What it may be about, if the answer that was just given was not it: whoever asks on wants something else. */
function otherTopics({ reading, shop }: Context, answered: string): ShopIntent[] {
  const others = reading.topK.filter(({ intent }) => shop.intents.get(intent)?.id !== answered);
  const rest = others.reduce((sum, { confidence }) => sum + confidence, 0);
  return others
    .filter(({ intent, confidence }) => isTopic(intent) && confidence >= otherShare * rest)
    .flatMap(({ intent }) => shop.intents.get(intent) ?? []);
}

/** The same kind of outcome in the same words. Numbers in a question make no difference; in an answer they are what it is about. */
function isSame({ turn }: Context, { kind, replies }: Settled): boolean {
  const last = turn.lastBot?.text;
  const before = turn.earlier[0]?.decision?.kind;
  const now = replies.at(-1)?.text;
  if (last === undefined || now === undefined || (before !== undefined && before !== kind)) return false;
  return kind === 'answer' ? now === last : folded(now) === folded(last);
}

/** The answer that made the bot ask what is still open, and nothing new to look up. */
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
