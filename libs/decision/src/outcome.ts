import type { DecisionRule, EscalationReason, QuickReply } from '#contracts';

export interface Reply {
  text: string;
  quickReplies?: QuickReply[];
}

/** Call the order API with this number, then decide again with what it said. */
export interface Act {
  kind: 'act';
  action: 'order_status';
  orderNumber: string;
}

/** What is written down, and done: the decision with its rule, and the bot's words where it speaks. */
export type Settled =
  | { kind: 'answer' | 'ask_slot'; rule: DecisionRule; intentId: string; reply: Reply }
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
  action_unavailable: 'intent_not_automated',
  slot_unfilled: 'intent_not_automated',
  asked_before: 'repeated_failure',
  said_before: 'repeated_failure',
  action_failed: 'system_failure',
} as const satisfies Partial<Record<DecisionRule, EscalationReason>>;

export type EscalationRule = keyof typeof reasons;

export function escalate(rule: EscalationRule): Settled {
  return { kind: 'escalate', rule, reason: reasons[rule] };
}
