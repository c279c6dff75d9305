/**
 * m' M s: what speaks for a sentence `s` as the answer to a message `m`, in log odds. Both are vectors [width] of length 1; `matrix`
 * [width, width]. Yu, Hermann, Blunsom and Pulman, "Deep Learning for Answer Sentence Selection" (2014), section 3.1.
 */
export function bilinear(matrix: Float32Array, message: Float32Array, sentence: Float32Array): number {
  const width = sentence.length;
  let sum = 0;
  for (let i = 0; i < width; i++) {
    let row = 0;
    for (let j = 0; j < width; j++) row += matrix[i * width + j]! * sentence[j]!;
    sum += message[i]! * row;
  }
  return sum;
}
