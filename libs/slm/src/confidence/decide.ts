import type { DecisionKind, EscalationReason } from '#contracts';

/** The part of a prediction that the decision depends on. `topK` is in descending order of confidence. */
export interface DecisionInput {
  intent: string;
  confidence: number;
  oosScore: number;
  topK: { intent: string; confidence: number }[];
}

export interface DecisionPolicy {
  /** Answer from this confidence up. Above 1, nothing is answered. */
  threshold: number;
  /**
   * Ask "this or that?" if the confidences of the first two intents differ by at most this and together reach the threshold. 0: never ask.
   */
  clarifyMargin: number;
  /** Above this out-of-scope score an escalation says `out_of_scope` rather than `low_confidence`. */
  oosLimit: number;
  /** Intents that the bot may answer; null: all. */
  automatedIntents: ReadonlySet<string> | null;
  /** Intents that always go to a person, such as asking for one. */
  humanIntents: ReadonlySet<string>;
}

export type Decided =
  | { kind: Extract<DecisionKind, 'answer'>; intent: string }
  | { kind: Extract<DecisionKind, 'clarify'>; intents: [string, string] }
  | { kind: Extract<DecisionKind, 'escalate'>; reason: EscalationReason };

/**
 * Answer, ask back, or hand over. A customer who asks for a person gets one at any confidence, if that is the most likely intent and the
 * message is not out of scope: a needless hand-over costs less than a customer who is held back.
 */
export function decide(prediction: DecisionInput, policy: DecisionPolicy): Decided {
  const { intent, confidence, oosScore, topK } = prediction;
  const outOfScope = oosScore > policy.oosLimit;
  const automated = (name: string) => !policy.automatedIntents || policy.automatedIntents.has(name);
  if (policy.humanIntents.has(intent) && !outOfScope) return { kind: 'escalate', reason: 'customer_request' };
  if (confidence >= policy.threshold) {
    return automated(intent) ? { kind: 'answer', intent } : { kind: 'escalate', reason: 'intent_not_automated' };
  }
  const [first, second] = topK;
  if (first && second && !outOfScope && policy.threshold <= 1) {
    const close = policy.clarifyMargin > 0 && first.confidence - second.confidence <= policy.clarifyMargin;
    const together = first.confidence + second.confidence >= policy.threshold;
    if (close && together && automated(first.intent) && automated(second.intent)) {
      return { kind: 'clarify', intents: [first.intent, second.intent] };
    }
  }
  return { kind: 'escalate', reason: outOfScope ? 'out_of_scope' : 'low_confidence' };
}
