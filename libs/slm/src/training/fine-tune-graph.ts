import {
  add,
  binaryCrossEntropy,
  crossEntropy,
  dropout,
  encoder,
  linear,
  normalise,
  scale,
  supervisedContrastive,
  type BatchShape,
  type EncoderShape,
  type Tape,
} from '#onnx-train';
import { auxiliaryLabels } from '../auxiliary/index.js';
import { encoderStart, type EncoderParts } from '../encoder/index.js';
import type { IntentHead } from '../intents/index.js';

/** Chosen on the validation rows of several public sets; the same for all of them. */
export const recipe = {
  encoderLearningRate: 1e-4,
  headLearningRate: 1e-3,
  warmUp: 0.06,
  dropoutRate: 0.1,
  contrastiveTemperature: 0.1,
  labelsWeight: 0.5,
} as const;

export const headName = 'head';
const labelsName = `${headName}.labels`;
/** At the start every label is improbable, as most are. */
const improbable = -3;

/** What fine-tuning starts from. */
export interface Start {
  base: EncoderParts;
  /** The head on the frozen encoder. */
  head: IntentHead;
  /** Mean length of the pooled vectors that the head was fitted on, before they were scaled to length 1. */
  pooledLength: number;
  seed: number;
}

/**
 * The encoder's parameters and the head's. The given head reads vectors of length 1, the new one reads pooled vectors as they are. So its
 * weights start at the given ones, divided by the mean length of the vectors; halving them leaves room to learn.
 */
export function startParameters(shape: EncoderShape, { base, head, pooledLength, seed }: Start) {
  const labels = auxiliaryLabels.length;
  return [
    ...encoderStart(base, shape, recipe.encoderLearningRate, seed),
    ...layerStart(
      headName,
      head.weight.map((w) => w / 2 / pooledLength),
      head.bias.map((b) => b / 2),
    ),
    ...layerStart(labelsName, new Float32Array(labels * shape.width), new Float32Array(labels).fill(improbable)),
  ];
}

/** A linear layer on the pooled vector: `weight` [outputs, width] and `bias` [outputs]. */
function layerStart(name: string, weight: Float32Array, bias: Float32Array) {
  const outputs = bias.length;
  const { headLearningRate: learningRate } = recipe;
  return [
    { name: `${name}.weight`, shape: [outputs, weight.length / outputs], decay: true, learningRate, data: weight },
    { name: `${name}.bias`, shape: [outputs], decay: false, learningRate, data: bias },
  ];
}

export function lossOn(tape: Tape, shape: EncoderShape, size: BatchShape, intents: number) {
  const { batch } = size;
  const pooled = encoder(tape, shape, size, recipe.dropoutRate);
  const weight = tape.parameter(`${headName}.weight`, [intents, shape.width]);
  const bias = tape.parameter(`${headName}.bias`, [intents]);
  const logits = linear(tape, dropout(tape, pooled, recipe.dropoutRate), weight, bias);
  const classification = crossEntropy(tape, logits, tape.input('targets', [batch, intents]));
  // The head is linear, so the logits of a vector halfway between two are halfway between theirs.
  const nothing = tape.input('halfway.bias', [intents]);
  const halfway = linear(tape, tape.input('halfway', [batch, batch]), logits, nothing, { transposed: true });
  const between = crossEntropy(tape, halfway, tape.input('halfway.targets', [batch, intents]));
  const contrastive = supervisedContrastive(
    tape,
    normalise(tape, pooled),
    tape.input('contrast.targets', [batch, batch]),
    tape.input('contrast.excluded', [batch, batch]),
    recipe.contrastiveTemperature,
  );
  const labels = auxiliaryLabels.length;
  const told = binaryCrossEntropy(
    tape,
    linear(
      tape,
      pooled,
      tape.parameter(`${labelsName}.weight`, [labels, shape.width]),
      tape.parameter(`${labelsName}.bias`, [labels]),
    ),
    tape.input('labels', [batch, labels]),
    tape.input('labels.weights', [batch, labels]),
  );
  const loss = [classification, scale(tape, told, recipe.labelsWeight), contrastive, between].reduce((sum, part) =>
    add(tape, sum, part),
  );
  return { loss, outputs: { logits } };
}
