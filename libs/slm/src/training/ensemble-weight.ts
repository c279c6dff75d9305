import { mean } from '#statistics';
import { ensembleProbabilities, type EnsembleWeights } from '../intents/index.js';
import type { ValidationResults } from './validation-results.js';

/** Where a few hundred rows show no other to be better: best on Banking77 with 10 to 25 rows an intent, where .2 is as good. */
export const defaultWeight = 0.3;
export const tfidfAlone = 1;
const grid = [0, 0.1, 0.2, defaultWeight, 0.4, 0.5, 0.6, 0.7];

/** The range of the inverse temperature, and how often it is halved. */
const [coldest, hottest, halvings] = [8, 1 / 8, 12];

/**
 * The weight of the TF-IDF classifier beside the encoder: the one with the least mean log loss on held-out messages of known intents, if it is
 * below that of 0.3 by more than one standard error of the difference. The loss is that at the temperature which suits the weight best
 * (Guo and others, "On Calibration of Modern Neural Networks", arXiv 1706.04599, section 4.2), since the confidence is fitted afterwards
 * anyway, and the geometric mean of two classifiers is less sure than either. `neighbourWeight`: of the nearest rows, which is given.
 */
export function chooseEnsembleWeight(results: ValidationResults, neighbourWeight: number): number {
  const losses = new Map(
    grid.map((ensembleWeight) => [ensembleWeight, logLosses(results, { ensembleWeight, neighbourWeight })]),
  );
  const usual = losses.get(defaultWeight)!;
  let [best, least] = [defaultWeight, mean(usual)];
  for (const [weight, own] of losses) if (mean(own) < least) [best, least] = [weight, mean(own)];
  const gains = losses.get(best)!.map((loss, i) => usual[i]! - loss);
  const gain = mean(gains);
  const standardError = Math.sqrt(mean(gains.map((one) => (one - gain) ** 2)) / gains.length);
  return gain > standardError ? best : defaultWeight;
}

/** -log P of the right intent, [messages of known intents], at the temperature at which their mean is least. */
function logLosses(results: ValidationResults, weights: EnsembleWeights): number[] {
  const messages = results.flatMap(({ intents, rows, outputs }) =>
    outputs.flatMap((one, i) => {
      const right = rows[i]!.oos ? -1 : intents.indexOf(rows[i]!.intent);
      return right < 0 ? [] : [{ right, logits: ensembleProbabilities(one, weights).map(Math.log) }];
    }),
  );
  // The mean loss is convex in the inverse temperature, so its slope changes sign once.
  let [low, high] = [hottest, coldest];
  for (let step = 0; step < halvings; step++) {
    const middle = Math.sqrt(low * high);
    const slope = mean(messages.map(({ right, logits }) => lossOf(logits, right, middle).slope));
    if (slope < 0) low = middle;
    else high = middle;
  }
  return messages.map(({ right, logits }) => lossOf(logits, right, Math.sqrt(low * high)).loss);
}

/** Cross-entropy of softmax(logits x inverse temperature), and its slope over the latter. The largest logit of a message is near 0. */
function lossOf(logits: Float64Array, right: number, inverseTemperature: number): { loss: number; slope: number } {
  let [sum, weighted] = [0, 0];
  for (const logit of logits) {
    const e = Math.exp(logit * inverseTemperature);
    sum += e;
    weighted += e * logit;
  }
  return { loss: Math.log(sum) - logits[right]! * inverseTemperature, slope: weighted / sum - logits[right]! };
}
