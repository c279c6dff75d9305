/** Above every confidence: nothing is answered. */
const answerNothing = 2;

/** Below it an answer is likelier wrong than right. No limit is so lax that such an answer is given. */
export const leastConfidence = 0.5;

/**
 * From which confidence a version answers: the certified threshold, where there is one; else, where that may serve, the provisional one
 * that came with the model. `least`: the strictest threshold that is certified at laxer limits. A provisional one is never laxer.
 */
export function thresholdOf(
  provisional: number,
  { certified, least, certifiedOnly }: { certified: number | null; least: number; certifiedOnly: boolean },
): number {
  if (certified !== null) return Math.max(certified, leastConfidence);
  return certifiedOnly ? answerNothing : Math.max(provisional, least, leastConfidence);
}

/** Of four answers that say what they take the message for, at most one may be about something else, by the model's own word. */
const leastLikely = 0.75;

/**
 * From which confidence an intent that no other comes near is answered with words that say what it was taken for. Only while no threshold
 * is certified, and answers by a provisional one may go out: a certified limit holds for every answer.
 */
export function likelyFromOf({
  certified,
  certifiedOnly,
}: {
  certified: number | null;
  certifiedOnly: boolean;
}): number {
  return certified !== null || certifiedOnly ? answerNothing : leastLikely;
}

/** Whether an intent is likelier right than wrong, for a bot that may answer anything at all. */
export function isLikely({ confidence }: { confidence: number }, { threshold }: { threshold: number }): boolean {
  return threshold <= 1 && confidence >= leastConfidence;
}
