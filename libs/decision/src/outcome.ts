import type { Action } from '#actions';
import type { DecisionEvidence, DecisionRule, EscalationReason, QuickReply, SmallTalk } from '#contracts';

/** One bubble. */
export interface Reply {
  text: string;
  quickReplies?: QuickReply[];
}

/** Call the shop with these values, then decide again with what it said. */
export interface Act {
  kind: 'act';
  action: Action;
  slots: Record<string, string>;
}

/** How near the message is to each of these texts, after the question that was answered, has to be known; then decide again. */
export interface Compare {
  kind: 'compare';
  question: string;
  texts: string[];
}

/** Names a call in `Knowledge.results`. */
export function callKey({ action, slots }: Pick<Act, 'action' | 'slots'>): string {
  return JSON.stringify([action.id, Object.entries(slots).sort()]);
}

/**
 * What is written down, and done: the decision with its rule, and the bot's words where it speaks, in their order. A message with several
 * requests has one decision, too, by rule `several_requests`: to escalate where one of them is for people (then the replies answer the
 * others and come before the hand-over), else to ask where one lacks something, else to answer. `intentId` and `slot` are of what is
 * still open.
 */
export type Settled = Decided & {
  evidence: DecisionEvidence;
  replies: Reply[];
  /** The message was manners only, and did this. */
  smallTalk?: SmallTalk;
};

export type Decided =
  | { kind: 'answer'; rule: DecisionRule; intentId: string }
  /** Without a slot it asks for all that was given, again, or to sign in. */
  | { kind: 'ask_slot'; rule: DecisionRule; intentId: string; slot?: string }
  | { kind: 'clarify'; rule: DecisionRule }
  | { kind: 'small_talk'; rule: 'small_talk' }
  /** The replies say that people take over, and what they are told. `urgent`: first in the waiting line. */
  | { kind: 'escalate'; rule: DecisionRule; reason: EscalationReason; urgent: boolean };

export type Outcome = Settled | Act;

/** What several outcomes say, nothing twice: two may have the same answer, and each says that it is in the shop's language. */
export function repliesOf(outcomes: Settled[]): Reply[] {
  const replies = outcomes.flatMap((outcome) => outcome.replies);
  return replies.filter(({ text }, i) => replies.findIndex((reply) => reply.text === text) === i);
}

export const noEvidence: DecisionEvidence = {
  language: null,
  topics: [],
  acts: [],
  readAfterPrevious: false,
  slots: [],
  options: [],
  requests: [],
};

/** Why people have it, for each rule that hands over. */
const reasons = {
  model_silent: 'system_failure',
  person_asked_for: 'customer_request',
  not_confident: 'low_confidence',
  out_of_scope: 'out_of_scope',
  not_automated: 'intent_not_automated',
  slot_unfilled: 'intent_not_automated',
  asked_before: 'repeated_failure',
  asked_twice: 'repeated_failure',
  said_before: 'repeated_failure',
  too_many_lookups: 'repeated_failure',
  action_failed: 'system_failure',
  sensitive_topic: 'sensitive_topic',
  upset: 'negative_feedback',
  contradicted: 'negative_feedback',
  other_language: 'other_language',
} as const satisfies Partial<Record<DecisionRule, EscalationReason>>;

export type EscalationRule = keyof typeof reasons;

export function escalate(rule: EscalationRule, replies: Reply[] = []): Settled {
  return {
    ...{ kind: 'escalate', rule, reason: reasons[rule], urgent: rule === 'sensitive_topic' },
    ...{ evidence: noEvidence, replies },
  };
}
