import type { BatchShape, EncoderShape, Feeds, ParameterRule, Tape, Var } from '#onnx-train';
import type { Corpus } from '../data/index.js';
import type { BaseModel } from '../encoder/index.js';

/** The size of a batch, and the number of masked tokens for which it has room. */
export type PretrainShape = BatchShape & { masked?: number };

/** A task that the encoder is trained on. */
export interface Objective {
  /** Peak learning rate of the encoder's top layer. */
  learningRate: number;
  /** Parameters that are trained beside the encoder and discarded afterwards. */
  parameters: (ParameterRule & { data: Float32Array })[];
  loss(tape: Tape, encoder: EncoderShape, size: PretrainShape): Var;
  /** The batches of epoch `epoch`, each made when it is called; the same for the same epoch. */
  batches(epoch: number): (() => { shape: PretrainShape; feeds: Feeds })[];
}

/** Makes an objective for sets of messages. The intents of one set mean nothing in another. */
export type MakeObjective = (sets: Corpus[], base: BaseModel, seed: number) => Objective;

export const dropoutRate = 0.1;
/** Messages of a batch. A contrastive loss gains from many. */
export const pretrainBatch = 64;

/** Every message (token ids) once, for objectives without labels. */
export function distinct(messages: number[][]): number[][] {
  return [...new Map(messages.map((tokens) => [tokens.join(' '), tokens])).values()];
}
