/** What a model says about one message. */
export interface Signal {
  /** One score an intent, of the head on the encoder. */
  logits: ArrayLike<number>;
  /** log P of each intent by the word model. */
  words: ArrayLike<number>;
  /** Cosines of the nearest training rows, best first, and the intents they carry (by index; -1 = out of scope). */
  similarity: ArrayLike<number>;
  neighbours: ArrayLike<number>;
  /** Length of the text. */
  characters: number;
}

export const featureNames = [
  'nearest',
  'nearest5',
  'agreement',
  'words',
  'wordsAgree',
  'logit',
  'energy',
  'margin',
  'entropy',
  'length',
] as const;
export type Features = Record<(typeof featureNames)[number], number>;

/** Without real out-of-scope messages: those in which a rehearsal's stand-ins are most like them. See docs/confidence.md. */
export const provisionalFeatures: (keyof Features)[] = ['nearest', 'nearest5', 'agreement', 'words', 'margin'];

/** P of each intent: a weighted geometric mean of what encoder and words say. `wordShare` 0 is the encoder alone, 1 the words. */
export function intentShares({ logits, words }: Pick<Signal, 'logits' | 'words'>, wordShare: number): Float64Array {
  const encoder = softmax(logits);
  return softmax(encoder.map((p, k) => (1 - wordShare) * Math.log(Math.max(p, 1e-12)) + wordShare * words[k]!));
}

export function featuresOf(signal: Signal, shares: Float64Array): Features {
  const { logits, words, similarity, neighbours, characters } = signal;
  const predicted = argmax(shares);
  const [first, second] = Array.from(shares).sort((a, b) => b - a);
  const near = Array.from(similarity);
  const agreeing = Array.from(neighbours).filter((intent) => intent === predicted).length;
  const best = logits[argmax(logits)]!;
  return {
    nearest: near[0] ?? 0,
    nearest5: near.slice(0, 5).reduce((sum, s) => sum + s, 0) / Math.max(1, Math.min(5, near.length)),
    agreement: agreeing / Math.max(1, neighbours.length),
    words: Math.exp(words[predicted]!),
    wordsAgree: argmax(words) === predicted ? 1 : 0,
    logit: best,
    // Liu et al., "Energy-based out-of-distribution detection", arXiv 2010.03759: log of the sum of exponentials.
    energy: best + Math.log(Array.from(logits, (z) => Math.exp(z - best)).reduce((a, b) => a + b, 0)),
    margin: first! - (second ?? 0),
    entropy: -shares.reduce((sum, p) => sum + (p > 0 ? p * Math.log(p) : 0), 0),
    length: Math.log1p(characters),
  };
}

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
