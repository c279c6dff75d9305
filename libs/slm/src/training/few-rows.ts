import { enoughSupport } from '../data/index.js';

/** Where an intent has few rows. From enough on the head has learned what they could add: docs/confidence.md. */
const fewRowsNeighbourWeight = 0.15;

/** The weight of the nearest rows, by a tuned encoder; by a frozen one they tell less than its head. `support`: rows of an intent, on average. */
export function neighbourWeightFor(support: number): number {
  return support < enoughSupport ? fewRowsNeighbourWeight : 0;
}

/**
 * How often training shows every row. Five times left CLINC150 with 8 rows an intent half a point lower: docs/confidence.md. Four were worse on
 * the demo shop with 10,000 rows: docs/quality.md. `support`: as above.
 */
export function epochsFor(support: number): number {
  return support < enoughSupport ? 8 : 5;
}

/**
 * Weight of the contrastive loss if the shop's own rows, those out of scope among them, are shown so many times in all. Few are few steps, in
 * which a small weight does not bring messages of one intent together: docs/confidence.md.
 */
export function contrastiveWeightFor(shown: number): number {
  return Math.min(1, Math.max(0.2, 3_000 / shown));
}
