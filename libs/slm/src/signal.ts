/** What the served graph says about one message. */
export interface Signal {
  /** One score an intent. */
  logits: ArrayLike<number>;
  /** Cosines of the nearest training rows, best first, and the intents they carry (by index; -1 = out of scope). */
  similarity: ArrayLike<number>;
  neighbours: ArrayLike<number>;
}

export const featureNames = ['nearest', 'nearest5', 'agreement', 'logit', 'energy', 'margin', 'entropy'] as const;
export type Features = Record<(typeof featureNames)[number], number>;

/** The features that also mean something for a message whose intent was unknown to the neighbours alone: see confidence.ts. */
export const neighbourFeatures: (keyof Features)[] = ['nearest', 'nearest5', 'agreement'];

export function softmax(logits: ArrayLike<number>): Float64Array {
  const out = Float64Array.from(logits);
  const largest = out.reduce((a, b) => Math.max(a, b), -Infinity);
  let sum = 0;
  for (let i = 0; i < out.length; i++) sum += out[i] = Math.exp(out[i]! - largest);
  return out.map((e) => e / sum);
}

export function argmax(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
}

export function featuresOf({ logits, similarity, neighbours }: Signal): Features {
  const probabilities = softmax(logits);
  const predicted = argmax(logits);
  const [first, second] = Array.from(probabilities).sort((a, b) => b - a);
  const near = Array.from(similarity);
  const agreeing = Array.from(neighbours).filter((intent) => intent === predicted).length;
  return {
    nearest: near[0] ?? 0,
    nearest5: near.slice(0, 5).reduce((sum, s) => sum + s, 0) / Math.max(1, Math.min(5, near.length)),
    agreement: agreeing / Math.max(1, neighbours.length),
    logit: logits[predicted]!,
    // Liu et al., "Energy-based out-of-distribution detection", arXiv 2010.03759: log of the sum of exponentials.
    energy: logits[predicted]! - Math.log(first!),
    margin: first! - (second ?? 0),
    entropy: -probabilities.reduce((sum, p) => sum + (p > 0 ? p * Math.log(p) : 0), 0),
  };
}
