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

/**
 * Below it too many answers that say what they take the message for are about something else, whatever a certificate on single messages says:
 * in conversations with the demo's models 16 of 41 from .75 to .8, and 7 of 16 from .8 to .84.
 */
const leastLikely = 0.85;

/**
 * From which confidence an intent that no other comes near is answered with words that say what it was taken for, and a way out. Where a
 * threshold is certified, these answers are held to a certificate, too, at twice the risk: `likely`, null where there is none. Else a shop
 * whose version is certified would be answered less than before.
 */
export function likelyFromOf({
  certified,
  likely,
  certifiedOnly,
}: {
  certified: number | null;
  likely: number | null;
  certifiedOnly: boolean;
}): number {
  if (certifiedOnly) return answerNothing;
  if (certified === null) return leastLikely;
  return likely === null ? answerNothing : Math.max(leastLikely, likely);
}

/**
 * Who writes again about something else than was answered or offered often means a detail of it, in words that by themselves are about
 * something else. The confidence is fitted on first messages: in conversations with the demo, 11 of 41 such answers of .8 to .95 were wrong after an
 * answer, 11 of 27 of less than .95 after the question which intent is meant, and 9 of 163 of first messages.
 */
const leastAfterAnother = 0.95;

/** `from`: the confidence from which a first message is answered. */
export function afterAnother(from: number): number {
  return Math.max(from, leastAfterAnother);
}

/** Whether an intent is likelier right than wrong, for a bot that may answer anything at all. */
export function isLikely({ confidence }: { confidence: number }, { threshold }: { threshold: number }): boolean {
  return threshold <= 1 && confidence >= leastConfidence;
}
