/** A matrix as signed bytes with one scale a row: weight = byte * scale. */
export interface Int8Rows {
  data: Int8Array;
  scales: Float32Array;
}

export function quantiseRows(weights: Float32Array, rows: number): Int8Rows {
  const columns = weights.length / rows;
  const data = new Int8Array(weights.length);
  const scales = new Float32Array(rows);
  for (let r = 0; r < rows; r++) {
    let largest = 0;
    for (let i = r * columns; i < (r + 1) * columns; i++) largest = Math.max(largest, Math.abs(weights[i]!));
    const scale = largest / 127 || 1;
    scales[r] = scale;
    for (let i = r * columns; i < (r + 1) * columns; i++) data[i] = Math.round(weights[i]! / scale);
  }
  return { data, scales };
}
