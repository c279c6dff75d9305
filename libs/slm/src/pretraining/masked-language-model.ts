import {
  crossEntropyAt,
  encoderFeeds,
  encoderRows,
  layerNorm,
  linear,
  meanPool,
  rowsFor,
  type EncoderShape,
  type Feeds,
  type Tape,
  type Var,
} from '#onnx-train';
import { seededRandom, type Random } from '#statistics';
import { epochBatches } from '../data/index.js';
import { wordTableName } from '../encoder/index.js';
import { maskedCount, maskTokens, maskVocabulary, type MaskVocabulary } from './masking.js';
import { distinct, dropoutRate, pretrainBatch, type MakeObjective, type PretrainShape } from './objective.js';

const headLearningRate = 1e-3;
const head = { transform: 'masked.transform', bias: 'masked.bias' } as const;

/**
 * Masked language modelling, which needs no labels (Devlin and others, arXiv 1810.04805, section 3.1). Each masked token is predicted from
 * the last layer through a linear layer, a layer norm and the frozen word vectors. The linear layer starts as the identity, the bias of the
 * output as the logarithm of the tokens' frequency.
 */
export const masked: MakeObjective = (sets, base, seed) => {
  const vocabulary = maskVocabulary(base.tokenizerJson, base.config.vocab);
  const messages = distinct(sets.flatMap((set) => set.messages));
  const lengths = messages.map(({ length }) => length);
  const { width } = base.config;
  const vector = (name: string, data: Float32Array) => ({
    name,
    shape: [data.length],
    data,
    learningRate: headLearningRate,
    decay: false,
  });
  return {
    learningRate: 5e-5,
    parameters: [
      {
        name: `${head.transform}.weight`,
        shape: [width, width],
        data: Float32Array.from({ length: width * width }, (_, i) => (i % (width + 1) === 0 ? 1 : 0)),
        learningRate: headLearningRate,
        decay: false,
      },
      vector(`${head.transform}.bias`, new Float32Array(width)),
      vector(`${head.transform}.LayerNorm.weight`, new Float32Array(width).fill(1)),
      vector(`${head.transform}.LayerNorm.bias`, new Float32Array(width)),
      vector(head.bias, logFrequencies(messages, vocabulary.size)),
    ],
    loss: maskedLoss,
    batches(epoch) {
      const random = seededRandom(seed + 1_000 * epoch);
      const alike = messages.map(() => 0);
      return epochBatches(alike, lengths, seed + epoch, pretrainBatch).map(({ rows, tokens }) => () => {
        const chosen = rows.map((row) => messages[row]!);
        return batchOf(chosen, tokens, vocabulary, random);
      });
    },
  };
};

function maskedLoss(tape: Tape, shape: EncoderShape, size: PretrainShape): Var {
  const { batch, tokens, rows = batch * tokens, masked = 0 } = size;
  const { width, words } = shape;
  const vector = (name: string, length: number) => tape.parameter(name, [length]);
  const states = encoderRows(tape, shape, size, dropoutRate);
  // The mean over one row each: it picks the rows of the masked tokens.
  const picked = meanPool(tape, states, tape.input('masked.rows', [masked, rows]));
  const transform = tape.parameter(`${head.transform}.weight`, [width, width]);
  const transformed = layerNorm(
    tape,
    linear(tape, picked, transform, vector(`${head.transform}.bias`, width)),
    vector(`${head.transform}.LayerNorm.weight`, width),
    vector(`${head.transform}.LayerNorm.bias`, width),
    shape.layerNormEps,
  );
  const logits = linear(tape, transformed, tape.input(wordTableName, [words, width]), vector(head.bias, words));
  return crossEntropyAt(
    tape,
    logits,
    tape.input('masked.tokens', [masked], 'int32'),
    tape.input('masked.weights', [masked, 1]),
  );
}

function batchOf(
  messages: number[][],
  tokens: number,
  vocabulary: MaskVocabulary,
  random: Random,
): { shape: PretrainShape; feeds: Feeds } {
  const batch = messages.length;
  const rows = rowsFor(
    messages.map(({ length }) => length),
    tokens,
  );
  const { messages: shown, masked } = maskTokens(messages, vocabulary, random);
  // As many slots as this number of rows can need, so that batches share graphs. Unused slots have weight 0.
  const slots = Math.ceil(maskedCount(rows) / 8) * 8;
  const feeds = encoderFeeds(shown, tokens, rows);
  const maskedRows = new Float32Array(slots * rows);
  const maskedTokens = new Int32Array(slots);
  const weights = new Float32Array(slots);
  for (const [slot, { message, position, token }] of masked.entries()) {
    maskedRows[slot * rows + feeds['row.of.slot'][position * batch + message]!] = 1;
    maskedTokens[slot] = token;
    weights[slot] = 1 / masked.length;
  }
  return {
    shape: { batch, tokens, rows, masked: slots },
    feeds: { ...feeds, 'masked.rows': maskedRows, 'masked.tokens': maskedTokens, 'masked.weights': weights },
  };
}

/** Logarithm of each token's share of the text, [vocabulary]. Every token is counted once more than it occurs. */
function logFrequencies(messages: number[][], vocabulary: number): Float32Array {
  const counts = new Float32Array(vocabulary).fill(1);
  for (const token of messages.flat()) counts[token]!++;
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => Math.log(count / total));
}
