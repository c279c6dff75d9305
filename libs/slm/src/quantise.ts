/** A matrix as signed bytes with one scale a row: weight = byte * scale. */
export interface Int8Rows {
  data: Int8Array;
  scales: Float32Array;
}

/** All 8 bits: a row's largest weight becomes 127. */
export function quantiseRows(weights: Float32Array, rows: number): Int8Rows {
  return rounded(weights, rows, (row) => {
    let peak = 0;
    for (let i = 0; i < row.length; i++) peak = Math.max(peak, Math.abs(row[i]!));
    return peak;
  });
}

/**
 * Processors without VNNI add the products of columns 2i and 2i + 1 with an unsigned activation in 16 bits, and saturate silently. So
 * the scale is such that what such a pair has of one sign comes to at most 128: 255 * 128 = 32,640 fits. Half as fine again as weights
 * of 7 bits, which keep to that too: a row's two largest weights seldom meet.
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

/** `peak` of a row becomes 127; rounding two weights adds at most 1 to their sum. */
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
