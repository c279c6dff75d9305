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
import { epochBatches } from './batches.js';
import { wordsName } from './encoder-start.js';
import { hiddenCount, hidePieces, maskVocabulary, type MaskVocabulary } from './pretrain-masking.js';
import { distinct, dropoutRate, pretrainBatch, type MakeObjective, type PretrainShape } from './pretrain-objective.js';
import { seededRandom, type Random } from './random.js';

const headRate = 1e-3;
const head = { transform: 'masked.transform', bias: 'masked.bias' } as const;

/**
 * Hidden pieces told from their surroundings: needs no labels. Each is read off the last layer through a small transform, a layer norm and
 * the frozen word vectors. The transform starts as the identity and the bias as the pieces' frequency in the text.
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
    rate: headRate,
    decay: false,
  });
  return {
    rate: 5e-5,
    parameters: [
      {
        name: `${head.transform}.weight`,
        shape: [width, width],
        data: Float32Array.from({ length: width * width }, (_, i) => (i % (width + 1) === 0 ? 1 : 0)),
        rate: headRate,
        decay: false,
      },
      vector(`${head.transform}.bias`, new Float32Array(width)),
      vector(`${head.transform}.LayerNorm.weight`, new Float32Array(width).fill(1)),
      vector(`${head.transform}.LayerNorm.bias`, new Float32Array(width)),
      vector(head.bias, logFrequencies(messages, vocabulary.size)),
    ],
    loss: maskedLoss,
    batches(pass) {
      const random = seededRandom(seed + 1_000 * pass);
      const alike = messages.map(() => 0);
      return epochBatches(alike, lengths, seed + pass, pretrainBatch).map(({ rows, tokens }) => () => {
        const chosen = rows.map((row) => messages[row]!);
        return batchOf(chosen, tokens, vocabulary, random);
      });
    },
  };
};

function maskedLoss(tape: Tape, shape: EncoderShape, size: PretrainShape): Var {
  const { batch, tokens, rows = batch * tokens, hidden = 0 } = size;
  const { width, words } = shape;
  const vector = (name: string, length: number) => tape.parameter(name, [length]);
  const states = encoderRows(tape, shape, size, dropoutRate);
  // A mean over one row each: picks the rows of the hidden pieces.
  const picked = meanPool(tape, states, tape.input('hidden.rows', [hidden, rows]));
  const transform = tape.parameter(`${head.transform}.weight`, [width, width]);
  const transformed = layerNorm(
    tape,
    linear(tape, picked, transform, vector(`${head.transform}.bias`, width)),
    vector(`${head.transform}.LayerNorm.weight`, width),
    vector(`${head.transform}.LayerNorm.bias`, width),
    shape.layerNormEps,
  );
  const logits = linear(tape, transformed, tape.input(wordsName, [words, width]), vector(head.bias, words));
  return crossEntropyAt(
    tape,
    logits,
    tape.input('hidden.pieces', [hidden], 'int32'),
    tape.input('hidden.weights', [hidden, 1]),
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
  const { messages: shown, hidden } = hidePieces(messages, vocabulary, random);
  // As many slots as that number of rows can need, so that batches share graphs; those to spare weigh nothing.
  const slots = Math.ceil(hiddenCount(rows) / 8) * 8;
  const feeds = encoderFeeds(shown, tokens, rows);
  const hiddenRows = new Float32Array(slots * rows);
  const pieces = new Int32Array(slots);
  const weights = new Float32Array(slots);
  for (const [slot, { message, place, piece }] of hidden.entries()) {
    hiddenRows[slot * rows + feeds['row.of.slot'][place * batch + message]!] = 1;
    pieces[slot] = piece;
    weights[slot] = 1 / hidden.length;
  }
  return {
    shape: { batch, tokens, rows, hidden: slots },
    feeds: { ...feeds, 'hidden.rows': hiddenRows, 'hidden.pieces': pieces, 'hidden.weights': weights },
  };
}

/** Logarithm of each piece's share of the text, every piece counted once more than it occurs. */
function logFrequencies(messages: number[][], vocabulary: number): Float32Array {
  const counts = new Float32Array(vocabulary).fill(1);
  for (const piece of messages.flat()) counts[piece]!++;
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => Math.log(count / total));
}
