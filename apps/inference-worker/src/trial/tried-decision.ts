import type { TrialResult } from '#contracts';
import { decide, type Act, type Knowledge, type Turn } from '#decision';

/** What would be done. Where an action would be called first, the approved answer stands with its marks, which the action fills. */
export function triedDecision(turn: Turn, known: Knowledge | null): TrialResult['decision'] {
  const outcome = decide(turn, known);
  if (outcome.kind === 'compare') throw new Error('Nothing was answered before');
  if (outcome.kind === 'act')
    return { kind: 'act', rule: 'confident', reason: null, text: known && answerOf(known, outcome) };
  const { kind, rule, replies } = outcome;
  const text = replies.length > 0 ? replies.map((reply) => reply.text).join('\n\n') : null;
  return { kind, rule, reason: outcome.kind === 'escalate' ? outcome.reason : null, text };
}

/** The approved answer that the action is for: of the intent that was read, else of one of several requests. */
function answerOf({ reading, shop }: Knowledge, { action }: Act): string | null {
  const intents = [shop.intents.get(reading.intent), ...shop.intents.values()];
  const answers = intents.flatMap((intent) => [...(intent?.answers.values() ?? [])]);
  return answers.find((answer) => answer.action === action)?.text ?? null;
}
