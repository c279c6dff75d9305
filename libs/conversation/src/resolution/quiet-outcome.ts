import type { DecisionKind, EpisodeOutcome, SenderType } from '#contracts';

/** What an episode that the bot owns is judged by. */
export interface QuietFacts {
  /** Since anything last happened in it, by the database's clock. */
  quietSeconds: number;
  limitSeconds: number;
  /** A message still waits for the bot's decision. */
  decisionOwed: boolean;
  /** An agent had it for a while and handed it back. */
  agentJoined: boolean;
  /** Who said the last word; activities and notes are no words. */
  lastSpeaker: SenderType | null;
  /** Small talk left out: it neither answers what was asked nor leaves anything open. */
  lastDecision: DecisionKind | null;
}

/** The outcome with which the bot closes its episode now; null: it stays open. */
export function quietOutcome(facts: QuietFacts): EpisodeOutcome | null {
  if (facts.decisionOwed || facts.quietSeconds < facts.limitSeconds) return null;
  if (facts.agentJoined) return 'handed_off';
  return facts.lastSpeaker === 'bot' && facts.lastDecision === 'answer' ? 'assumed' : 'abandoned';
}
