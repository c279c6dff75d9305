import { argmax, softmax, type ModelOutputs } from '../intents/index.js';

export const featureNames = [
  'nearest',
  'nearest5',
  'agreement',
  'outOfScope',
  'tfidf',
  'tfidfAgrees',
  'tfidfEntropy',
  'tfidfOutOfScope',
  'logit',
  'energy',
  'encoderEntropy',
  'margin',
  'entropy',
  'length',
] as const;
export type Features = Record<(typeof featureNames)[number], number>;

/**
 * Without real out-of-scope messages, the features in which pseudo-out-of-scope messages resemble real ones most. With more of them the fit
 * learns what happens to tell the few intents that were left out. See docs/confidence.md.
 */
export const provisionalFeatures = {
  confidence: ['nearest', 'margin'],
  outOfScope: ['nearest', 'margin', 'entropy'],
} satisfies Record<string, (keyof Features)[]>;

/**
 * The one of them that resembles real ones in every shop. The others have to earn their weight, because what they are worth for some intents
 * that were left out they may not be worth for what customers ask.
 */
export const trustedFeature: keyof Features = 'nearest';

/** `probabilities` [intents]: the ensemble's, whose largest is the prediction. */
export function featuresOf(outputs: ModelOutputs, probabilities: Float64Array): Features {
  const { logits, tfidf, tfidfOutOfScope, similarity, neighbours, outOfScope, characters } = outputs;
  const predicted = argmax(probabilities);
  const [first, second] = Array.from(probabilities).sort((a, b) => b - a);
  const near = Array.from(similarity);
  const agreeing = Array.from(neighbours).filter((intent) => intent === predicted).length;
  const best = logits[argmax(logits)]!;
  return {
    nearest: near[0] ?? 0,
    nearest5: near.slice(0, 5).reduce((sum, s) => sum + s, 0) / Math.max(1, Math.min(5, near.length)),
    agreement: agreeing / Math.max(1, neighbours.length),
    outOfScope,
    tfidf: Math.exp(tfidf[predicted]!),
    tfidfAgrees: argmax(tfidf) === predicted ? 1 : 0,
    tfidfEntropy: entropy(Float64Array.from(tfidf, Math.exp)),
    tfidfOutOfScope,
    logit: best,
    // Liu et al., "Energy-based out-of-distribution detection", arXiv 2010.03759: log of the sum of exponentials.
    energy: best + Math.log(Array.from(logits, (z) => Math.exp(z - best)).reduce((a, b) => a + b, 0)),
    encoderEntropy: entropy(softmax(logits)),
    margin: first! - (second ?? 0),
    entropy: entropy(probabilities),
    length: Math.log1p(characters),
  };
}

/** In nats. */
function entropy(probabilities: Float64Array): number {
  return -probabilities.reduce((sum, p) => sum + (p > 0 ? p * Math.log(p) : 0), 0);
}
