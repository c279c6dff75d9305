import { encoderNames, encoderWeights, type EncoderSizes, type EncoderWeight } from './weights.js';

/** What the graph of an encoder follows from (Devlin and others, arXiv 1810.04805; a layer norm follows each residual sum). */
export interface EncoderShape extends EncoderSizes {
  /** Attention heads; they divide the width. */
  heads: number;
  /** Added to the variance in each layer norm. */
  layerNormEps: number;
  /** Activation of the feed-forward part. */
  activation: 'gelu' | 'relu';
  /**
   * Rank of low-rank adapters (Hu and others, arXiv 2106.09685, section 4.1), if these are trained in place of the matrices. Then
   * y = x (W + BA)ᵀ + b, where W is frozen, and A [rank, in], B [out, rank], biases and norms are trained. The paper's factor
   * alpha / rank is 1: the learning rate of A and B takes its place.
   */
  adapterRank?: number;
}

/** What is trained: a weight of the checkpoint, or a matrix of an adapter. All but data and learning rate of a `ParameterRule`. */
export interface EncoderParameter extends EncoderWeight {
  /** Whether weight decay applies: to matrices and tables. */
  decay: boolean;
  /** The training graph holds the matrix as its transpose. Data is given and returned in `shape` all the same. */
  transposed?: boolean;
}

/**
 * What training an encoder changes, in the order of the layers: every weight but the word table, or with `adapterRank` the adapters,
 * biases and norms. Names are those of BERT checkpoints, and of PEFT for adapters.
 */
export function encoderParameters(shape: EncoderShape): EncoderParameter[] {
  const rank = shape.adapterRank;
  return encoderWeights(shape).flatMap((weight): EncoderParameter[] => {
    const { name, layer } = weight;
    const [out, into] = weight.shape as [number, number?];
    if (name === encoderNames.words) return [];
    if (into === undefined) return [trained(weight, false)];
    if (layer === 0) return rank ? [] : [trained(weight, true)];
    if (!rank) return [{ ...trained(weight, true), transposed: isTransposed(name) }];
    const { down, up } = adapterNames(name.replace(/\.weight$/, ''));
    return [
      trained({ name: down, shape: [rank, into], layer }, true),
      trained({ name: up, shape: [out, rank], layer }, true),
    ];
  });
}

const trained = ({ name, shape, layer }: EncoderWeight, decay: boolean) => ({ name, shape, decay, layer });

/** Whether the training graph holds this weight as its transpose: where that is faster, see `linear`. */
export const isTransposed = (weight: string) => /\.(query|key|value|intermediate\.dense)\.weight$/.test(weight);

/** Names of A (`down`) and B (`up`) of the adapter beside the matrix `${layer}.weight`. */
export function adapterNames(layer: string): { down: string; up: string } {
  return { down: `${layer}.lora_A.weight`, up: `${layer}.lora_B.weight` };
}
