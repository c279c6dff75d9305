import type { DecisionEvidence, DecisionRule, RankedIntent } from '#contracts';
import { carriesRequest } from '#decision';
import { subjectOf, type Said } from '../subject.js';

/** A visitor's message of an episode, with all that the bot made of it. */
export interface ReadMessage extends Said {
  messageId: string;
  decision:
    (NonNullable<Said['decision']> & { threshold: number | null; requests: DecisionEvidence['requests'] }) | null;
  /** Null: no model has read it. */
  prediction: { confidence: number; oosScore: number; topK: RankedIntent[] } | null;
}

/** Something to label: a message, or one of several requests in it. */
export interface Request {
  messageId: string;
  /** In UTF-16 units; null: all of the message. */
  span: { from: number; to: number } | null;
  text: string;
  /** Best first. */
  ranked: RankedIntent[];
  oosScore: number;
  /** The intent that the bot was sure of; null: it was not. */
  sureOf: string | null;
  /** The episode is about it. */
  isSubject: boolean;
}

/** Rules of a bot that was unsure, however high the figure. */
const unsure: ReadonlySet<DecisionRule> = new Set([
  'not_confident',
  'out_of_scope',
  'close_intents',
  'too_general',
  'model_silent',
]);

/** All that an episode could teach, in its order. Nothing is the subject where no message says what is wanted. */
export function requestsOf(inbound: ReadMessage[]): Request[] {
  const subject = subjectOf(inbound);
  const wanted = subject && carriesRequest(subject.text, subject.decision) ? subject.messageId : null;
  return inbound.flatMap((message) => {
    const isSubject = message.messageId === wanted;
    const parts = message.decision?.requests ?? [];
    return parts.length > 1 ? parts.map((part) => partOf(message, part, isSubject)) : wholeOf(message, isSubject);
  });
}

/** The message as one request, whatever it holds. */
export function wholeOf({ messageId, text, prediction, decision }: ReadMessage, isSubject: boolean): Request {
  const { topK: ranked = [], oosScore = 0, confidence = 0 } = prediction ?? {};
  const limit = decision?.threshold ?? Infinity;
  const sure = confidence >= limit && !(decision?.rule && unsure.has(decision.rule));
  return { messageId, span: null, text, ranked, oosScore, sureOf: (sure && ranked[0]?.intent) || null, isSubject };
}

function partOf(
  { messageId, text, prediction }: ReadMessage,
  { from, to, intent, confidence, kind }: DecisionEvidence['requests'][number],
  isSubject: boolean,
): Request {
  const others = (prediction?.topK ?? []).filter((other) => other.intent !== intent);
  return {
    ...{ messageId, span: { from, to }, text: text.slice(from, to), isSubject },
    ranked: [{ intent, confidence }, ...others],
    oosScore: 0, // of the message as a whole it says nothing of a part
    sureOf: kind === 'answer' ? intent : null,
  };
}
