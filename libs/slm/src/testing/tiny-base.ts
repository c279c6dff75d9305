import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '#statistics';
import { encoderConfig, float32Tensor, shippedBase, weightShapes, writeSafetensors } from '../encoder/index.js';

/**
 * Writes an encoder of two layers with random weights whose vocabulary is the words of `texts`, for specs of what happens around the
 * encoder. Even untrained, it tells messages with different words apart.
 */
export function writeTinyBase(dir: string, texts: string[]): void {
  const special = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'];
  const words = [...new Set(texts.flatMap((text) => text.toLowerCase().match(/[a-z]+|[^a-z\s]/g) ?? []))];
  const vocab = Object.fromEntries([...special, ...words].map((word, id) => [word, id]));
  const tokenizer = JSON.parse(readFileSync(join(shippedBase(), 'tokenizer.json'), 'utf8')) as {
    added_tokens: { id: number; content: string }[];
    post_processor: { special_tokens: Record<string, { ids: number[] }> };
    model: { vocab: Record<string, number> };
  };
  tokenizer.model.vocab = vocab;
  tokenizer.added_tokens = tokenizer.added_tokens
    .filter(({ content }) => content in vocab)
    .map((token) => ({ ...token, id: vocab[token.content]! }));
  for (const [name, token] of Object.entries(tokenizer.post_processor.special_tokens)) token.ids = [vocab[name]!];
  const config = {
    model_type: 'bert',
    num_hidden_layers: 2,
    hidden_size: 32,
    num_attention_heads: 4,
    intermediate_size: 64,
    hidden_act: 'gelu',
    layer_norm_eps: 1e-12,
    vocab_size: Object.keys(vocab).length,
    max_position_embeddings: 64,
    type_vocab_size: 2,
  };
  const random = seededRandom(11);
  const tensors = new Map(
    weightShapes(encoderConfig.parse(config)).map(({ name, shape }) => {
      const isGamma = name.endsWith('LayerNorm.weight');
      const scale = name.includes('word_embeddings') ? 1 : 0.1;
      const size = shape.reduce((product, n) => product * n, 1);
      const data = Float32Array.from({ length: size }, () => (isGamma ? 1 : scale * (random.next() - 0.5)));
      return [name, float32Tensor(data, ...shape)] as const;
    }),
  );
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'config.json'), JSON.stringify(config));
  writeFileSync(join(dir, 'tokenizer.json'), JSON.stringify(tokenizer));
  writeSafetensors(join(dir, 'tiny.safetensors'), { metadata: {}, tensors });
}
