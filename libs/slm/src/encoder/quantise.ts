/** A matrix [rows, columns] as signed bytes with one scale a row: weight = byte * scale. */
export interface Int8Rows {
  data: Int8Array;
  scales: Float32Array;
}

/** Uses all 8 bits: the largest magnitude of a row becomes 127. */
export function quantiseRows(weights: Float32Array, rows: number): Int8Rows {
  return rounded(weights, rows, (row) => {
    let peak = 0;
    for (let i = 0; i < row.length; i++) peak = Math.max(peak, Math.abs(row[i]!));
    return peak;
  });
}

/**
 * Quantises for processors without VNNI. These add the products of columns 2i and 2i + 1 with an unsigned 8-bit activation in 16 bits and
 * saturate silently. So the scale is chosen such that the weights of one sign in a pair add up to at most 128: 255 * 128 = 32,640 fits.
 * Weights of 7 bits would fit too, but with steps half as large again, because the two largest weights of a row are seldom in one pair.
 */
export function quantisePairs(weights: Float32Array, rows: number): Int8Rows {
  return rounded(weights, rows, (row) => {
    let peak = 0;
    for (let i = 0; i < row.length; i += 2) {
      const [a, b] = [row[i]!, row[i + 1] ?? 0];
      peak = Math.max(peak, Math.max(a, 0) + Math.max(b, 0), Math.max(-a, 0) + Math.max(-b, 0));
    }
    return peak;
  });
}

/** The `peak` of a row becomes 127. Rounding adds at most 1 to the sum of two weights. */
function rounded(weights: Float32Array, rows: number, peak: (row: Float32Array) => number): Int8Rows {
  const columns = weights.length / rows;
  const data = new Int8Array(weights.length);
  const scales = new Float32Array(rows);
  for (let r = 0; r < rows; r++) {
    const row = weights.subarray(r * columns, (r + 1) * columns);
    const scale = peak(row) / 127 || 1;
    scales[r] = scale;
    for (let c = 0; c < columns; c++) data[r * columns + c] = Math.round(row[c]! / scale);
  }
  return { data, scales };
}
