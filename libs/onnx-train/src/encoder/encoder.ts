import type { Tape, Var } from '../graph/tape.js';
import { erfGate, relu } from '../ops/activation.js';
import { attention } from '../ops/attention.js';
import { dropout } from '../ops/dropout.js';
import { add } from '../ops/elementwise.js';
import { embed } from '../ops/embed.js';
import { layerNorm } from '../ops/layer-norm.js';
import { linear, product } from '../ops/linear.js';
import { meanPool } from '../ops/mean-pool.js';
import { moveRows } from '../ops/move-rows.js';
import type { BatchShape } from './batch.js';
import { adapterNames, isTransposed, type EncoderShape } from './parameters.js';
import { encoderNames } from './weights.js';

/**
 * BERT (Devlin and others, arXiv 1810.04805, section 3) with mean pooling in place of its pooler (Reimers and Gurevych,
 * arXiv 1908.10084, section 3): the pooled vectors [batch, width].
 *
 * The graph's inputs are those of `encoderFeeds` and the frozen word table `encoderNames.words`; with adapters also all other
 * matrices and tables. Its parameters are `encoderParameters(shape)`.
 */
export function encoder(tape: Tape, shape: EncoderShape, size: BatchShape, dropProbability: number): Var {
  const { batch, tokens, rows = batch * tokens } = size;
  const x = encoderRows(tape, shape, size, dropProbability);
  return meanPool(tape, x, tape.input('pooling.weights', [batch, rows]));
}

/**
 * The last layer's output before pooling, [rows, width], in the order of rows that `encoderFeeds` defines. Inputs and parameters are
 * those of `encoder`, without `pooling.weights`.
 */
export function encoderRows(
  tape: Tape,
  shape: EncoderShape,
  { batch, tokens, rows = batch * tokens }: BatchShape,
  dropProbability: number,
): Var {
  const { width, ffn, heads } = shape;
  const layers = new EncoderLayers(tape, shape);

  // Attention computes a slot for each token of each message; everything else computes only rows that hold a token.
  const packed = rows < batch * tokens;
  const index = (name: string, size: number) => tape.input(name, [size], 'int32');
  const toSlots = (x: Var) =>
    packed ? moveRows(tape, x, index('row.of.slot', batch * tokens), index('slot.of.row', rows)) : x;
  const toRows = (x: Var) =>
    packed ? moveRows(tape, x, index('slot.of.row', rows), index('row.of.slot', batch * tokens)) : x;
  const mask = tape.input('attention.mask', [batch, 1, 1, tokens]);

  const embedded = embed(
    tape,
    index('ids', rows),
    tape.input('places', [rows, tokens]),
    tape.input(encoderNames.words, [shape.words, width]),
    layers.matrix(encoderNames.positions, [shape.positions, width]),
    layers.matrix(encoderNames.types, [shape.types, width]),
  );
  let x = dropout(tape, layers.norm(embedded, encoderNames.norm), dropProbability);
  for (let l = 0; l < shape.layers; l++) {
    const names = encoderNames.layer(l);
    const part = (name: string) => toSlots(layers.dense(x, name, width));
    const qkv = [part(names.query), part(names.key), part(names.value)] as const;
    const attended = toRows(attention(tape, qkv, mask, { tokens, batch, heads }, dropProbability));
    const mixed = dropout(tape, layers.dense(attended, names.attentionOutput, width), dropProbability);
    x = layers.norm(add(tape, mixed, x), names.attentionNorm);
    const fed = layers.feedForward(x, names.intermediate, names.output, ffn);
    x = layers.norm(add(tape, dropout(tape, fed, dropProbability), x), names.outputNorm);
  }
  return x;
}

/** The layers of an encoder by the names of their weights; with adapters the matrices are frozen inputs. */
class EncoderLayers {
  constructor(
    private readonly tape: Tape,
    private readonly shape: EncoderShape,
  ) {}

  /** A matrix or table of this shape. */
  matrix(name: string, dims: number[]): Var {
    return this.shape.adapterRank ? this.tape.input(name, dims) : this.tape.parameter(name, dims);
  }

  norm(x: Var, name: string): Var {
    const part = (which: string) => this.tape.parameter(`${name}.${which}`, [this.shape.width]);
    return layerNorm(this.tape, x, part('weight'), part('bias'), this.shape.layerNormEps);
  }

  /** alpha x (W + BA)ᵀ + beta b, where BA is that of an adapter, if there are any. x is [rows, in], the result [rows, out]. */
  dense(x: Var, name: string, out: number, factors: { alpha?: number; beta?: number } = {}): Var {
    const [tape, rank, into] = [this.tape, this.shape.adapterRank, x.shape[1]!];
    const weight = `${name}.weight`;
    const transposed = !rank && isTransposed(weight);
    const w = this.matrix(weight, transposed ? [into, out] : [out, into]);
    const y = linear(tape, x, w, tape.parameter(`${name}.bias`, [out]), { ...factors, transposed });
    if (!rank) return y;
    const { down, up } = adapterNames(name);
    const narrow = product(tape, x, tape.parameter(down, [rank, into]));
    return add(tape, y, product(tape, narrow, tape.parameter(up, [out, rank]), factors.alpha));
  }

  /** W2 f(W1 x + b1) + b2, where f is the activation. */
  feedForward(x: Var, first: string, second: string, ffn: number): Var {
    const { activation, width } = this.shape;
    if (activation === 'relu') return this.dense(relu(this.tape, this.dense(x, first, ffn)), second, width);
    // The factors turn `erfGate` into the exact GELU.
    const scaled = this.dense(x, first, ffn, { alpha: Math.SQRT1_2, beta: Math.SQRT1_2 });
    return this.dense(erfGate(this.tape, scaled), second, width, { alpha: Math.SQRT1_2 });
  }
}
