import { dialogueAct, sensitiveTopic, type DialogueAct, type SensitiveTopic } from '#contracts';
import type { AuxiliaryLayer, LinearLayer } from '../intents/index.js';

/** What is told of a message beside its intent. */
export type AuxiliaryLabel = SensitiveTopic | DialogueAct;

/** In the order of the head's outputs. */
export const auxiliaryLabels: readonly AuxiliaryLabel[] = [...sensitiveTopic.options, ...dialogueAct.options];

/** One logistic regression a label ("one versus rest"), on the pooled vector scaled to length 1, beside examples of the sensitive topics. */
export type AuxiliaryHead = AuxiliaryLayer;

/** Whether a row has each label, by their order; null: unknown, so that nothing is learned from it. */
export type AuxiliaryTargets = (boolean | null)[];

/** The targets of a row that has `present`, has none of the others, and of whose `unknown` labels nothing is known. */
export function targetsOf(
  present: readonly AuxiliaryLabel[],
  unknown: readonly AuxiliaryLabel[] = [],
): AuxiliaryTargets {
  return auxiliaryLabels.map((label) => (present.includes(label) ? true : unknown.includes(label) ? null : false));
}

/** P of each label, by the regression alone, for row `row` of `unit` [rows, width], which has vectors of length 1. */
export function auxiliaryProbabilities({ weight, bias }: LinearLayer, unit: Float32Array, row: number): Float64Array {
  const width = weight.length / bias.length;
  return Float64Array.from(bias, (b, k) => {
    let score = b;
    for (let d = 0; d < width; d++) score += weight[k * width + d]! * unit[row * width + d]!;
    return sigmoid(score);
  });
}

export function sigmoid(score: number): number {
  return 1 / (1 + Math.exp(-score));
}
