import type { Vectors } from '../encoder/index.js';
import type { LinearLayer } from '../intents/index.js';
import type { AuxiliaryRow } from './auxiliary-rows.js';
import { fitAuxiliary } from './fit-auxiliary.js';
import { topicExamples, type TopicExamples } from './topic-examples.js';

/** What the background rows alone make of topics and dialogue acts; the numbers of `examples` are theirs. */
export interface BackgroundHead {
  head: LinearLayer;
  examples: TopicExamples;
}

/** `vectors` [rows or more, width] begin with those of the background rows. */
export async function fitBackground({ unit, width, length }: Vectors, rows: AuxiliaryRow[]): Promise<BackgroundHead> {
  const vectors = { width, unit: unit.subarray(0, rows.length * width), length: length.subarray(0, rows.length) };
  const targets = rows.map((row) => row.targets);
  return { head: await fitAuxiliary(vectors, targets), examples: await topicExamples(vectors, targets) };
}
