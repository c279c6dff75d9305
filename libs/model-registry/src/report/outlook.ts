import type { ModelOutlook } from '#contracts';
import { selectiveRisk } from '#statistics';
import type { TestSetOutcome } from '../limits/certificate.js';

export const recentDays = 30;
/** Fewer messages say too little of a month. */
const fewestMessages = 100;

/**
 * How many of 100 messages a version answers, and how many wrongly, where it answers from `threshold` up. Recent messages tell how many;
 * nobody has said which of those answers were wrong, so that share is the test set's. `outcomes` must not be empty.
 */
export function answersOf(
  recent: { messages: number; sure: number },
  outcomes: TestSetOutcome[],
  threshold: number,
): NonNullable<ModelOutlook['answers']> {
  const { coverage, selectiveError } = selectiveRisk(outcomes, threshold);
  const isEnough = recent.messages >= fewestMessages && (selectiveError !== null || recent.sure === 0);
  const answered = 100 * (isEnough ? recent.sure / recent.messages : coverage);
  return {
    answered,
    wrong: answered * (selectiveError ?? 0),
    from: isEnough ? 'last_month' : 'test_set',
    nMessages: isEnough ? recent.messages : outcomes.length,
  };
}
