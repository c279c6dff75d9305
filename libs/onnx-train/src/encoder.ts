import type { ParameterRule } from './optimiser.js';
import { attention } from './ops/attention.js';
import { add, dropout } from './ops/elementwise.js';
import { embed, meanPool, moveRows } from './ops/embedding.js';
import { erfGate, relu } from './ops/gelu.js';
import { linear, product } from './ops/linear.js';
import { layerNorm } from './ops/norm.js';
import type { Tape, Var } from './tape.js';

/** Sizes of a BERT-shaped encoder (Devlin and others, arXiv 1810.04805; layer norm after each residual sum). */
export interface EncoderShape {
  layers: number;
  width: number;
  heads: number;
  ffn: number;
  layerNormEps: number;
  activation: 'gelu' | 'relu';
  /** Rows of the position and token type tables. */
  positions: number;
  types: number;
  /** Rows of the word table that is fed as `embeddings.word_embeddings.weight`, which stays as it is. */
  words: number;
  /**
   * Low-rank adapters (Hu and others, arXiv 2106.09685, section 4.1) of this rank: matrices stay as they are, fed like the word table,
   * and y = x Wᵀ + b becomes y = x (W + BA)ᵀ + b, with A [rank, in] and B [out, rank] to learn beside biases and norms. Its factor
   * alpha / rank is left to the learning rate.
   */
  adapterRank?: number;
}

export type EncoderParameter = Omit<ParameterRule, 'rate'> & {
  /** 0 for the embeddings, 1 for the first layer. */
  layer: number;
};

/** The encoder's parameters by their names in BERT checkpoints, adapters by those of PEFT. */
export function encoderParameters(shape: EncoderShape): EncoderParameter[] {
  const { width, ffn, adapterRank: rank } = shape;
  const matrix = (layer: number, name: string, rows: number, columns: number) => [
    { name, shape: [rows, columns], decay: true, layer },
  ];
  const table = (name: string, rows: number) =>
    rank ? [] : matrix(0, `embeddings.${name}_embeddings.weight`, rows, width);
  const weight = (layer: number, name: string, out: number, into: number) => {
    if (!rank) return [{ ...matrix(layer, `${name}.weight`, out, into)[0]!, transposed: isTransposed(name) }];
    const { down, up } = adapterNames(name);
    return [...matrix(layer, down, rank, into), ...matrix(layer, up, out, rank)];
  };
  const dense = (layer: number, name: string, out: number, into: number) => [
    ...weight(layer, name, out, into),
    { name: `${name}.bias`, shape: [out], decay: false, layer },
  ];
  const norm = (layer: number, name: string) =>
    ['weight', 'bias'].map((part) => ({ name: `${name}.LayerNorm.${part}`, shape: [width], decay: false, layer }));
  return [
    ...table('position', shape.positions),
    ...table('token_type', shape.types),
    ...norm(0, 'embeddings'),
    ...Array.from({ length: shape.layers }, (_, i) => {
      const name = `encoder.layer.${i}`;
      return [
        ...['query', 'key', 'value'].flatMap((part) => dense(i + 1, `${name}.attention.self.${part}`, width, width)),
        ...dense(i + 1, `${name}.attention.output.dense`, width, width),
        ...norm(i + 1, `${name}.attention.output`),
        ...dense(i + 1, `${name}.intermediate.dense`, ffn, width),
        ...dense(i + 1, `${name}.output.dense`, width, ffn),
        ...norm(i + 1, `${name}.output`),
      ];
    }).flat(),
  ];
}

/** Layers whose matrix the graph has as its transpose, which is faster there; see `linear`. */
const isTransposed = (layer: string) => /\.(query|key|value|intermediate\.dense)$/.test(layer);

/** Names of A and B of the adapter beside `${layer}.weight`. */
export function adapterNames(layer: string): { down: string; up: string } {
  return { down: `${layer}.lora_A.weight`, up: `${layer}.lora_B.weight` };
}

/** The size of a batch of messages. */
export interface BatchShape {
  batch: number;
  /** Pieces of the longest message; those that are left out of the others are padding, which only attention computes. */
  tokens: number;
  /** Rows of everything but attention, one for each piece and some to spare, as `rowsFor` gives; batch * tokens if not given. */
  rows?: number;
}

/**
 * The encoder with mean pooling, [batch, width]. Its inputs are those that `encoderFeeds` fills and the frozen
 * `embeddings.word_embeddings.weight`; with adapters all other matrices too.
 */
export function encoder(tape: Tape, shape: EncoderShape, size: BatchShape, rate: number): Var {
  const { batch, tokens, rows = batch * tokens } = size;
  return meanPool(tape, encoderRows(tape, shape, size, rate), tape.input('pooling.weights', [batch, rows]));
}

/** The last layer before pooling, [rows, width], in the order of `encoderFeeds`; its inputs are those of `encoder` but the pooling's. */
export function encoderRows(
  tape: Tape,
  shape: EncoderShape,
  { batch, tokens, rows = batch * tokens }: BatchShape,
  rate: number,
): Var {
  const { width, ffn, heads, adapterRank: rank } = shape;
  const matrix = (name: string, dims: number[]) => (rank ? tape.input(name, dims) : tape.parameter(name, dims));
  const norm = (x: Var, name: string) =>
    layerNorm(
      tape,
      x,
      tape.parameter(`${name}.LayerNorm.weight`, [width]),
      tape.parameter(`${name}.LayerNorm.bias`, [width]),
      shape.layerNormEps,
    );
  const dense = (x: Var, name: string, out: number, scales: { alpha?: number; beta?: number } = {}) => {
    const into = x.shape[1]!;
    const transposed = !rank && isTransposed(name);
    const w = matrix(`${name}.weight`, transposed ? [into, out] : [out, into]);
    const y = linear(tape, x, w, tape.parameter(`${name}.bias`, [out]), { ...scales, transposed });
    if (!rank) return y;
    const { down, up } = adapterNames(name);
    const narrow = product(tape, x, tape.parameter(down, [rank, into]));
    return add(tape, y, product(tape, narrow, tape.parameter(up, [out, rank]), scales.alpha));
  };
  const feedForward = (x: Var, name: string) => {
    const [inner, outer] = [`${name}.intermediate.dense`, `${name}.output.dense`];
    if (shape.activation === 'relu') return dense(relu(tape, dense(x, inner, ffn)), outer, width);
    const scaled = dense(x, inner, ffn, { alpha: Math.SQRT1_2, beta: Math.SQRT1_2 });
    return dense(erfGate(tape, scaled), outer, width, { alpha: Math.SQRT1_2 });
  };

  // Attention sees a slot for each token of each message, the rest only the rows that hold a piece.
  const packed = rows < batch * tokens;
  const index = (name: string, size: number) => tape.input(name, [size], 'int32');
  const toSlots = (x: Var) =>
    packed ? moveRows(tape, x, index('row.of.slot', batch * tokens), index('slot.of.row', rows)) : x;
  const toRows = (x: Var) =>
    packed ? moveRows(tape, x, index('slot.of.row', rows), index('row.of.slot', batch * tokens)) : x;
  const mask = tape.input('attention.mask', [batch, 1, 1, tokens]);

  const table = (name: string, size: number) => matrix(`embeddings.${name}.weight`, [size, width]);
  const embedded = embed(
    tape,
    index('ids', rows),
    tape.input('places', [rows, tokens]),
    tape.input('embeddings.word_embeddings.weight', [shape.words, width]),
    table('position_embeddings', shape.positions),
    table('token_type_embeddings', shape.types),
  );
  let x = dropout(tape, norm(embedded, 'embeddings'), rate);
  for (let i = 0; i < shape.layers; i++) {
    const name = `encoder.layer.${i}`;
    const part = (which: string) => toSlots(dense(x, `${name}.attention.self.${which}`, width));
    const qkv = [part('query'), part('key'), part('value')] as const;
    const attended = toRows(attention(tape, qkv, mask, { tokens, batch, heads }, rate));
    const mixed = dropout(tape, dense(attended, `${name}.attention.output.dense`, width), rate);
    x = norm(add(tape, mixed, x), `${name}.attention.output`);
    x = norm(add(tape, dropout(tape, feedForward(x, name), rate), x), `${name}.output`);
  }
  return x;
}

/** Counts that differ less share a graph. */
const rowStep = 32;

/**
 * How many rows a batch with messages of these lengths needs: their pieces and one row that stands for all padding, rounded up so that
 * batches share graphs.
 */
export function rowsFor(lengths: readonly number[], tokens: number): number {
  const pieces = lengths.reduce((sum, length) => sum + Math.min(length, tokens), 0);
  return Math.min(lengths.length * tokens, Math.ceil((pieces + 1) / rowStep) * rowStep);
}

/**
 * The inputs of `encoder` for messages as piece numbers, cut to `tokens`. Slots have tokens outermost. With fewer rows than slots, the
 * rows to spare read a slot of padding and the slots of padding read the last row, and no gradient reaches either.
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
