import { softmax } from './softmax.js';

/** What a model computes for one message. */
export interface ModelOutputs {
  /** [intents], of the head on the encoder. */
  logits: ArrayLike<number>;
  /** [intents], log P of each intent by the TF-IDF classifier, given that it is one of them. */
  tfidf: ArrayLike<number>;
  /** Its log odds of out of scope. */
  tfidfOutOfScope: number;
  /** [neighbours], cosines of the nearest training rows in descending order, and the numbers of their intents. */
  similarity: ArrayLike<number>;
  neighbours: ArrayLike<number>;
  /** Cosine of the nearest of the shop's own out-of-scope rows; 0: it has none. */
  outOfScope: number;
  /** Length of the text. */
  characters: number;
}

/**
 * P of each intent, [intents]: the geometric mean of the encoder's and the TF-IDF classifier's probabilities, normalised. `ensembleWeight`,
 * 0 to 1, is the weight of the TF-IDF classifier.
 */
export function ensembleProbabilities(
  { logits, tfidf }: Pick<ModelOutputs, 'logits' | 'tfidf'>,
  ensembleWeight: number,
): Float64Array {
  const encoder = softmax(logits);
  return softmax(
    encoder.map((p, k) => (1 - ensembleWeight) * Math.log(Math.max(p, 1e-12)) + ensembleWeight * tfidf[k]!),
  );
}
