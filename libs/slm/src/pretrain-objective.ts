import type { BatchShape, EncoderShape, Feeds, ParameterRule, Tape, Var } from '#onnx-train';
import type { BaseModel } from './base-model.js';
import type { Corpus } from './corpus.js';

/** The size of a batch, and how many of its pieces are hidden where that is the task. */
export type PretrainShape = BatchShape & { hidden?: number };

/** What the encoder is made better at before it meets a shop's intents. */
export interface Objective {
  /** Peak learning rate of the encoder's top layer. */
  rate: number;
  /** What is learned beside the encoder, and thrown away with the task. */
  parameters: (ParameterRule & { data: Float32Array })[];
  loss(tape: Tape, encoder: EncoderShape, size: PretrainShape): Var;
  /** The batches of pass `pass` over the text, made one by one when they are asked for; the same for the same pass. */
  batches(pass: number): (() => { shape: PretrainShape; feeds: Feeds })[];
}

/** An objective for these sets of messages; the intents of one set mean nothing in another. */
export type MakeObjective = (sets: Corpus[], base: BaseModel, seed: number) => Objective;

export const dropoutRate = 0.1;
/** Messages of a batch: where they are told apart, the more the better. */
export const pretrainBatch = 64;

/** Every message once, for objectives without labels. */
export function distinct(messages: number[][]): number[][] {
  return [...new Map(messages.map((pieces) => [pieces.join(' '), pieces])).values()];
}
