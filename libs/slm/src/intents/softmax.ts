export function softmax(logits: ArrayLike<number>): Float64Array {
  return softmaxInPlace(Float64Array.from(logits));
}

export function softmaxInPlace(z: Float64Array): Float64Array {
  let largest = -Infinity;
  for (let i = 0; i < z.length; i++) largest = Math.max(largest, z[i]!);
  let sum = 0;
  for (let i = 0; i < z.length; i++) sum += z[i] = Math.exp(z[i]! - largest);
  for (let i = 0; i < z.length; i++) z[i]! /= sum;
  return z;
}

/** The index of the largest value, the first of equal ones. */
export function argmax(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
}
