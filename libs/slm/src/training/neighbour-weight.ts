import { enoughSupport } from '../data/index.js';

/** Of the nearest rows where an intent has few. From enough on the head has learned what they could add: docs/confidence.md. */
const fewRowsNeighbourWeight = 0.15;

/** The weight of the nearest rows. `support`: rows of an intent, on average. */
export function neighbourWeightFor(support: number): number {
  return support < enoughSupport ? fewRowsNeighbourWeight : 0;
}
