/** A matrix as signed bytes with one scale a row: weight = byte * scale. */
export interface Int8Rows {
  data: Int8Array;
  scales: Float32Array;
}

/** `largest`: the magnitude that a row's largest weight becomes; 127 uses all 8 bits, 63 seven. */
export function quantiseRows(weights: Float32Array, rows: number, largest = 127): Int8Rows {
  const columns = weights.length / rows;
  const data = new Int8Array(weights.length);
  const scales = new Float32Array(rows);
  for (let r = 0; r < rows; r++) {
    let peak = 0;
    for (let i = r * columns; i < (r + 1) * columns; i++) peak = Math.max(peak, Math.abs(weights[i]!));
    const scale = peak / largest || 1;
    scales[r] = scale;
    for (let i = r * columns; i < (r + 1) * columns; i++) data[i] = Math.round(weights[i]! / scale);
  }
  return { data, scales };
}
