import { enoughSupport } from '../data/index.js';

/** Where an intent has few rows. From enough on the head has learned what they could add: docs/confidence.md. */
const fewRowsNeighbourWeight = 0.15;

/** The weight of the nearest rows, by a tuned encoder; by a frozen one they tell less than its head. `support`: rows of an intent, on average. */
export function neighbourWeightFor(support: number): number {
  return support < enoughSupport ? fewRowsNeighbourWeight : 0;
}
