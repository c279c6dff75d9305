/** Above every confidence: nothing is answered. */
const answerNothing = 2;

/** The certified threshold, where there is one; else the provisional one that came with the model, where that may serve. */
export function thresholdOf(
  provisional: number,
  { certified, certifiedOnly }: { certified: number | null; certifiedOnly: boolean },
): number {
  return certified ?? (certifiedOnly ? answerNothing : provisional);
}
