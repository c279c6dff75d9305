import type { ParameterRule } from './optimiser.js';
import { attention } from './ops/attention.js';
import { add, dropout } from './ops/elementwise.js';
import { embed, meanPool } from './ops/embedding.js';
import { erfGate, relu } from './ops/gelu.js';
import { linear } from './ops/linear.js';
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
}

/** The encoder's parameters by their names in BERT checkpoints, each with the layer it belongs to: 0 for the embeddings, 1 for the first. */
export function encoderParameters(shape: EncoderShape): (Omit<ParameterRule, 'rate'> & { layer: number })[] {
  const { width, ffn } = shape;
  const matrix = (layer: number, name: string, rows: number, columns: number) => [
    { name, shape: [rows, columns], decay: true, layer },
  ];
  const dense = (layer: number, name: string, out: number, into: number) => [
    ...matrix(layer, `${name}.weight`, out, into),
    { name: `${name}.bias`, shape: [out], decay: false, layer },
  ];
  const norm = (layer: number, name: string) =>
    ['weight', 'bias'].map((part) => ({ name: `${name}.LayerNorm.${part}`, shape: [width], decay: false, layer }));
  return [
    ...matrix(0, 'embeddings.position_embeddings.weight', shape.positions, width),
    ...matrix(0, 'embeddings.token_type_embeddings.weight', shape.types, width),
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

/**
 * The encoder with mean pooling, [batch, width]. Adds the inputs `ids`, `attention.mask` and `pooling.weights`, which
 * `encoderFeeds` fills, and `embeddings.word_embeddings.weight`.
 */
export function encoder(
  tape: Tape,
  shape: EncoderShape,
  { batch, tokens }: { batch: number; tokens: number },
  rate: number,
): Var {
  const { width, ffn, heads } = shape;
  const ids = tape.input('ids', [tokens, batch], 'int32');
  const mask = tape.input('attention.mask', [batch, 1, 1, tokens]);
  const words = tape.input('embeddings.word_embeddings.weight', [shape.words, width]);
  const norm = (x: Var, name: string) =>
    layerNorm(
      tape,
      x,
      tape.parameter(`${name}.LayerNorm.weight`, [width]),
      tape.parameter(`${name}.LayerNorm.bias`, [width]),
      shape.layerNormEps,
    );
  const dense = (x: Var, name: string, out: number, scales?: { alpha?: number; beta?: number }) =>
    linear(
      tape,
      x,
      tape.parameter(`${name}.weight`, [out, x.shape[1]!]),
      tape.parameter(`${name}.bias`, [out]),
      scales,
    );
  const feedForward = (x: Var, name: string) => {
    const [inner, outer] = [`${name}.intermediate.dense`, `${name}.output.dense`];
    if (shape.activation === 'relu') return dense(relu(tape, dense(x, inner, ffn)), outer, width);
    const scaled = dense(x, inner, ffn, { alpha: Math.SQRT1_2, beta: Math.SQRT1_2 });
    return dense(erfGate(tape, scaled), outer, width, { alpha: Math.SQRT1_2 });
  };

  const table = (name: string, rows: number) => tape.parameter(`embeddings.${name}.weight`, [rows, width]);
  const embedded = embed(
    tape,
    ids,
    words,
    table('position_embeddings', shape.positions),
    table('token_type_embeddings', shape.types),
  );
  let x = dropout(tape, norm(embedded, 'embeddings'), rate);
  for (let i = 0; i < shape.layers; i++) {
    const name = `encoder.layer.${i}`;
    const [q, k, v] = ['query', 'key', 'value'].map((part) => dense(x, `${name}.attention.self.${part}`, width));
    const attended = attention(tape, [q!, k!, v!], mask, { tokens, batch, heads }, rate);
    const mixed = dropout(tape, dense(attended, `${name}.attention.output.dense`, width), rate);
    x = norm(add(tape, mixed, x), `${name}.attention.output`);
    x = norm(add(tape, dropout(tape, feedForward(x, name), rate), x), `${name}.output`);
  }
  return meanPool(tape, x, tape.input('pooling.weights', [tokens, batch, 1]));
}

/** The inputs of `encoder` for rows of piece numbers, cut or padded to `tokens`; the graph has tokens outermost. */
export function encoderFeeds(rows: readonly (readonly number[])[], tokens: number) {
  const batch = rows.length;
  const ids = new Int32Array(tokens * batch);
  const mask = new Float32Array(batch * tokens).fill(-1e9);
  const weights = new Float32Array(tokens * batch);
  rows.forEach((row, b) => {
    const length = Math.min(row.length, tokens);
    for (let t = 0; t < length; t++) {
      ids[t * batch + b] = row[t]!;
      mask[b * tokens + t] = 0;
      weights[t * batch + b] = 1 / length;
    }
  });
  return { ids, 'attention.mask': mask, 'pooling.weights': weights };
}
