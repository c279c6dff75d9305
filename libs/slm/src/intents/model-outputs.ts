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

/** What has a say beside the encoder. */
export interface EnsembleWeights {
  /** Of the TF-IDF classifier, 0 to 1; the encoder has the rest. */
  ensembleWeight: number;
  /** Of the nearest training rows, which come on top; 0: they have no say. */
  neighbourWeight: number;
}

/**
 * P of each intent, [intents]: the geometric mean of the encoder's and the TF-IDF classifier's probabilities, times a power of those of the
 * nearest rows, normalised. Compare Khandelwal and others, "Generalization through memorization: nearest neighbor language models", arXiv
 * 1911.00172, section 2, where the mean is arithmetic.
 */
export function ensembleProbabilities(
  outputs: Pick<ModelOutputs, 'logits' | 'tfidf' | 'similarity' | 'neighbours'>,
  { ensembleWeight, neighbourWeight }: EnsembleWeights,
): Float64Array {
  const { logits, tfidf } = outputs;
  const scores = softmax(logits).map(
    (p, k) => (1 - ensembleWeight) * Math.log(Math.max(p, 1e-12)) + ensembleWeight * tfidf[k]!,
  );
  if (neighbourWeight > 0) {
    const near = neighbourProbabilities(outputs, logits.length);
    for (const [k, p] of near.entries()) scores[k]! += neighbourWeight * Math.log(p);
  }
  return softmax(scores);
}

/** A cosine that is so much smaller makes a row's say smaller by the factor e. */
const neighbourTemperature = 0.05;
/** What intents without a row among the nearest share. */
const neighbourFloor = 0.1;

function neighbourProbabilities(
  { similarity, neighbours }: Pick<ModelOutputs, 'similarity' | 'neighbours'>,
  intents: number,
): Float64Array {
  const probabilities = new Float64Array(intents).fill(neighbourFloor / intents);
  const say = softmax(Array.from(similarity, (cosine) => cosine / neighbourTemperature));
  for (const [i, p] of say.entries()) probabilities[neighbours[i]!]! += (1 - neighbourFloor) * p;
  return probabilities;
}
