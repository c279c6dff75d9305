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

/** An answer that says what it takes the message for may be so much more doubtful than one that does not, and never so much as this. */
const [doubt, leastLikely] = [2, 0.65];

/**
 * From which confidence an intent that no other comes near is answered all the same, where no threshold is certified. As monotone in the
 * limits as the threshold: never laxer than what is certified at laxer ones, and nothing where only a certified one may serve.
 */
export function likelyFromOf(
  provisional: number,
  { certified, least, certifiedOnly }: { certified: number | null; least: number; certifiedOnly: boolean },
): number {
  return certified !== null || certifiedOnly
    ? answerNothing
    : Math.max(leastLikely, least, 1 - doubt * (1 - provisional));
}

/** Whether an intent is likelier right than wrong, for a bot that may answer anything at all. */
export function isLikely({ confidence }: { confidence: number }, { threshold }: { threshold: number }): boolean {
  return threshold <= 1 && confidence >= leastConfidence;
}
