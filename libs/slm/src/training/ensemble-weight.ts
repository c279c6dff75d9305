import { discordant } from '#statistics';
import { heldOutPredictions, type ValidationResults } from './validation-results.js';

/** Best on the validation rows of Banking77, where anything from 0.2 to 0.5 is nearly as good. */
export const defaultWeight = 0.3;
export const tfidfAlone = 1;

/**
 * The weight of the TF-IDF classifier beside the encoder: 0.3, or 0 if 0.3 gets fewer of the held-out messages right by more than one
 * standard error of the difference. The standard error is McNemar's, the square root of the number of messages that only one of the two
 * gets right. The TF-IDF classifier helps on nearly every set by a few messages in a thousand, which a few hundred rows cannot show.
 */
export function chooseEnsembleWeight(results: ValidationResults): number {
  const correct = (weight: number) => heldOutPredictions(results, weight).map((one) => one.correct);
  const { champion: lost, challenger: gained } = discordant(correct(0), correct(defaultWeight));
  return lost - gained > Math.sqrt(gained + lost) ? 0 : defaultWeight;
}
