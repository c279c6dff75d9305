import { seededRandom } from '#statistics';
import { bilinear } from './bilinear.js';

/** A follow-up after an answer of several sentences. Vectors are [width], of length 1. */
export interface Selected {
  message: Float32Array;
  sentences: Float32Array[];
  /** What speaks for each sentence beside what is learned here, in log odds against none of them. */
  offsets: number[];
  /** The numbers of the sentences that answer it; none: no sentence does. */
  answers: number[];
}

/** Chosen on 2,740 follow-ups by seven authors with the matrix fitted on those of nine others. */
const [epochs, rate] = [8, 0.5];

/**
 * Fits the matrix [width, width] of `bilinear` by stochastic gradient descent on a conditional logit of the sentences and of none, whose log
 * odds are 0. It begins at zero and the rate falls to zero, which is all that holds it back.
 */
export function fitBilinear(rows: Selected[], width: number, seed = 1): Float32Array {
  const random = seededRandom(seed);
  const matrix = new Float32Array(width * width);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const row of random.shuffle(rows)) step(matrix, row, rate * (1 - epoch / epochs));
  }
  return matrix;
}

function step(matrix: Float32Array, { message, sentences, offsets, answers }: Selected, size: number): void {
  const width = message.length;
  const odds = sentences.map((sentence, i) => Math.exp(offsets[i]! + bilinear(matrix, message, sentence)));
  const all = odds.reduce((sum, each) => sum + each, 1);
  const right = answers.reduce((sum, i) => sum + odds[i]!, 0);
  // The gradient by each sentence's log odds: P, less its share of the right ones.
  const errors = odds.map((each, i) => each / all - (answers.includes(i) ? each / right : 0));
  const pull = new Float32Array(width);
  for (const [i, sentence] of sentences.entries())
    for (let d = 0; d < width; d++) pull[d]! += errors[i]! * sentence[d]!;
  for (let i = 0; i < width; i++)
    for (let d = 0; d < width; d++) matrix[i * width + d]! -= size * message[i]! * pull[d]!;
}
