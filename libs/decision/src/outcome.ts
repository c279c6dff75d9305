import type { Action } from '#actions';
import type { DecisionRule, EscalationReason, QuickReply } from '#contracts';

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

/** What is written down, and done: the decision with its rule, and the bot's words where it speaks. */
export type Settled =
  | { kind: 'answer'; rule: DecisionRule; intentId: string; reply: Reply }
  /** Without a slot it asks for all that was given, again, or to sign in. */
  | { kind: 'ask_slot'; rule: DecisionRule; intentId: string; slot?: string; reply: Reply }
  | { kind: 'clarify'; rule: DecisionRule; reply: Reply }
  | { kind: 'escalate'; rule: EscalationRule; reason: EscalationReason };

export type Outcome = Settled | Act;

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
} as const satisfies Partial<Record<DecisionRule, EscalationReason>>;

export type EscalationRule = keyof typeof reasons;

export function escalate(rule: EscalationRule): Settled {
  return { kind: 'escalate', rule, reason: reasons[rule] };
}
