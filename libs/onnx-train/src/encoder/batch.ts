/** The size of a batch of messages. */
export interface BatchShape {
  /** Messages. */
  batch: number;
  /** Tokens of the longest message. Shorter ones are padded to it, but only attention computes the padding. */
  tokens: number;
  /** Rows outside attention: one a token and at least one to spare, as `rowsFor` gives. batch * tokens if not given. */
  rows?: number;
}

/** `rowsFor` rounds up to a multiple of this, so that batches share graphs. */
const rowStep = 64;

/**
 * Rows outside attention for messages of these lengths in tokens, cut to `tokens`: a row a token, one that stands for all padding, and
 * what rounding up adds. At most the number of messages * `tokens`, where nothing is left out.
 */
export function rowsFor(lengths: readonly number[], tokens: number): number {
  const used = lengths.reduce((sum, length) => sum + Math.min(length, tokens), 0);
  return Math.min(lengths.length * tokens, Math.ceil((used + 1) / rowStep) * rowStep);
}

/**
 * The inputs of `encoder` for messages as ids of WordPiece tokens, cut to `tokens`; no message may be empty. Slot t * batch + b is
 * the place of token t of message b in attention.
 *
 * - `ids` [rows]: the token of each row.
 * - `places` [rows, tokens]: 1 at the position of the row's token, 0 elsewhere.
 * - `row.of.slot` [tokens * batch] and `slot.of.row` [rows]: which row a slot reads and which slot a row reads.
 * - `attention.mask` [batch, 1, 1, tokens]: 0 at tokens, -1e9 at padding.
 * - `pooling.weights` [batch, rows]: 1 / length at the rows of a message, 0 elsewhere.
 *
 * Where there are fewer rows than slots, padding slots read the last row and spare rows read a padding slot. Neither gets a gradient.
 */
export function encoderFeeds(
  messages: readonly (readonly number[])[],
  tokens: number,
  rows = messages.length * tokens,
): Record<'ids' | 'row.of.slot' | 'slot.of.row', Int32Array> &
  Record<'places' | 'attention.mask' | 'pooling.weights', Float32Array> {
  const batch = messages.length;
  const packed = rows < batch * tokens;
  const [ids, slotOfRow] = [new Int32Array(rows), new Int32Array(rows)];
  const rowOfSlot = new Int32Array(tokens * batch).fill(rows - 1);
  const places = new Float32Array(rows * tokens);
  const mask = new Float32Array(batch * tokens).fill(-1e9);
  const weights = new Float32Array(batch * rows);
  let next = 0;
  for (let t = 0; t < tokens; t++) {
    for (const [b, message] of messages.entries()) {
      const length = Math.min(message.length, tokens);
      const slot = t * batch + b;
      if (t >= length) {
        if (packed) slotOfRow.fill(slot, next);
        continue;
      }
      const row = packed ? next++ : slot;
      ids[row] = message[t]!;
      slotOfRow[row] = slot;
      rowOfSlot[slot] = row;
      places[row * tokens + t] = 1;
      mask[b * tokens + t] = 0;
      weights[b * rows + row] = 1 / length;
    }
  }
  return {
    ids,
    'row.of.slot': rowOfSlot,
    'slot.of.row': slotOfRow,
    places,
    'attention.mask': mask,
    'pooling.weights': weights,
  };
}
