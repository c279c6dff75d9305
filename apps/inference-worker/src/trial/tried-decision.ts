import type { TrialResult } from '#contracts';
import { decide, type Knowledge, type Turn } from '#decision';

/** What would be done. Where an action would be called first, the approved answer stands with its marks, which the action fills. */
export function triedDecision(turn: Turn, known: Knowledge | null): TrialResult['decision'] {
  const outcome = decide(turn, known);
  if (outcome.kind === 'act') {
    const answers = known?.shop.intents.get(known.reading.intent)?.answers.values() ?? [];
    const text = [...answers].find(({ action }) => action === outcome.action)?.text ?? null;
    return { kind: 'act', rule: 'confident', reason: null, text };
  }
  const { kind, rule } = outcome;
  if (outcome.kind === 'escalate') return { kind, rule, reason: outcome.reason, text: null };
  return { kind, rule, reason: null, text: outcome.replies.map(({ text }) => text).join('\n\n') };
}
