/** Sizes that the shapes of a BERT encoder's weights follow from (Devlin and others, arXiv 1810.04805, section 3). */
export interface EncoderSizes {
  layers: number;
  /** Columns of every layer's input and output. */
  width: number;
  /** Columns between the two matrices of the feed-forward part. */
  ffn: number;
  /** Rows of the word table: the size of the vocabulary. */
  words: number;
  /** Rows of the position table: the most tokens of a message. */
  positions: number;
  /** Rows of the token type table. */
  types: number;
}

/** A weight of a checkpoint. */
export interface EncoderWeight {
  name: string;
  /** [out, in] of a matrix, [rows, width] of an embedding table, [width] of a bias or norm. */
  shape: readonly number[];
  /** 0 for the embeddings, l + 1 for `encoder.layer.l`. */
  layer: number;
}

/**
 * Names of BERT checkpoints. Of layers and norms it is the part before ".weight" and ".bias". This is the only place that knows
 * them.
 */
export const encoderNames = {
  words: 'embeddings.word_embeddings.weight',
  positions: 'embeddings.position_embeddings.weight',
  types: 'embeddings.token_type_embeddings.weight',
  norm: 'embeddings.LayerNorm',
  /** Layer l, from 0. */
  layer(l: number) {
    const layer = `encoder.layer.${l}`;
    return {
      query: `${layer}.attention.self.query`,
      key: `${layer}.attention.self.key`,
      value: `${layer}.attention.self.value`,
      attentionOutput: `${layer}.attention.output.dense`,
      attentionNorm: `${layer}.attention.output.LayerNorm`,
      intermediate: `${layer}.intermediate.dense`,
      output: `${layer}.output.dense`,
      outputNorm: `${layer}.output.LayerNorm`,
    };
  },
} as const;

/** Every weight of a BERT encoder without its pooler, in the order of the layers. */
export function encoderWeights({ layers, width, ffn, words, positions, types }: EncoderSizes): EncoderWeight[] {
  const table = (name: string, rows: number) => ({ name, shape: [rows, width], layer: 0 });
  const dense = (layer: number, name: string, out: number, into: number) => [
    { name: `${name}.weight`, shape: [out, into], layer },
    { name: `${name}.bias`, shape: [out], layer },
  ];
  const norm = (layer: number, name: string) =>
    ['weight', 'bias'].map((part) => ({ name: `${name}.${part}`, shape: [width], layer }));
  return [
    table(encoderNames.words, words),
    table(encoderNames.positions, positions),
    table(encoderNames.types, types),
    ...norm(0, encoderNames.norm),
    ...Array.from({ length: layers }, (_, l) => {
      const names = encoderNames.layer(l);
      return [
        ...[names.query, names.key, names.value].flatMap((name) => dense(l + 1, name, width, width)),
        ...dense(l + 1, names.attentionOutput, width, width),
        ...norm(l + 1, names.attentionNorm),
        ...dense(l + 1, names.intermediate, ffn, width),
        ...dense(l + 1, names.output, width, ffn),
        ...norm(l + 1, names.outputNorm),
      ];
    }).flat(),
  ];
}
