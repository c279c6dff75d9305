import { enoughSupport } from '../data/index.js';

/** Where an intent has few rows. From enough on the head has learned what they could add: docs/confidence.md. */
const fewRowsNeighbourWeight = 0.15;

/** The weight of the nearest rows, by a tuned encoder; by a frozen one they tell less than its head. `support`: rows of an intent, on average. */
export function neighbourWeightFor(support: number): number {
  return support < enoughSupport ? fewRowsNeighbourWeight : 0;
}

/** How often training shows every row at most, and at least. Four times were worse on the demo shop with 10,000 rows: docs/quality.md. */
const [mostEpochs, fewestEpochs] = [8, 5];

/**
 * How often training shows every row. Five times left CLINC150 with 8 rows an intent half a point lower: docs/confidence.md. The more rows an
 * intent has, the more others stand beside them in an epoch; so a training takes about as many steps for each row. `support`: as above.
 */
export function epochsFor(support: number): number {
  return Math.min(mostEpochs, Math.max(fewestEpochs, Math.round(9.5 - 0.15 * support)));
}

/**
 * Weight of the contrastive loss if the shop's own rows, those out of scope among them, are shown so many times in all. Few are few steps, in
 * which a small weight does not bring messages of one intent together: docs/confidence.md.
 */
export function contrastiveWeightFor(shown: number): number {
  return Math.min(1, Math.max(0.2, 3_000 / shown));
}
