import { z } from 'zod';

/**
 * The shape of a BERT-like encoder, read from the checkpoint's own `config.json`. Nothing else in this library knows how many layers there
 * are or how wide they are.
 */
export const encoderConfig = z
  .object({
    model_type: z.literal('bert'),
    num_hidden_layers: z.number().int().positive(),
    hidden_size: z.number().int().positive(),
    num_attention_heads: z.number().int().positive(),
    intermediate_size: z.number().int().positive(),
    hidden_act: z.enum(['gelu', 'relu']),
    layer_norm_eps: z.number().positive(),
    vocab_size: z.number().int().positive(),
    type_vocab_size: z.number().int().positive().default(2),
    max_position_embeddings: z.number().int().positive(),
    position_embedding_type: z.literal('absolute').default('absolute'),
    tokenizer_class: z.string().optional(),
    /** Put before every text, for checkpoints that were trained with one. */
    text_prefix: z.string().optional(),
  })
  .transform((raw) => ({
    layers: raw.num_hidden_layers,
    width: raw.hidden_size,
    heads: raw.num_attention_heads,
    ffn: raw.intermediate_size,
    activation: raw.hidden_act,
    eps: raw.layer_norm_eps,
    vocab: raw.vocab_size,
    types: raw.type_vocab_size,
    positions: raw.max_position_embeddings,
    // The E5 family, the only XLM-R-tokenised checkpoint of BERT shape in wide use, was trained with "query: " before every text.
    prefix: raw.text_prefix ?? (raw.tokenizer_class === 'XLMRobertaTokenizer' ? 'query: ' : ''),
  }));
export type EncoderConfig = z.output<typeof encoderConfig>;
