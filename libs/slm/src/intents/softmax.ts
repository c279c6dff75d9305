export function softmax(logits: ArrayLike<number>): Float64Array {
  const out = Float64Array.from(logits);
  const largest = out.reduce((a, b) => Math.max(a, b), -Infinity);
  let sum = 0;
  for (let i = 0; i < out.length; i++) sum += out[i] = Math.exp(out[i]! - largest);
  return out.map((e) => e / sum);
}

/** The index of the largest value, the first of equal ones. */
export function argmax(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
}
