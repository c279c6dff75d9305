import { sensitiveTopic } from '#contracts';
import { pick, type Vectors } from '../encoder/index.js';
import type { Examples } from '../intents/index.js';
import { auxiliaryLabels, type AuxiliaryTargets } from './auxiliary-head.js';

const topics = sensitiveTopic.options.map((topic) => auxiliaryLabels.indexOf(topic));

/** More ordinary ones would make the model folder larger than they are worth. */
const mostOrdinary = 2_300;

/** The rows of each sensitive topic, then ordinary ones, which have no label at all. A row of two topics is an example of both. */
export function topicExamples(vectors: Vectors, targets: AuxiliaryTargets[]): Examples {
  const rowsWhere = (holds: (row: AuxiliaryTargets) => boolean) => targets.flatMap((row, i) => (holds(row) ? [i] : []));
  const kinds = [
    ...topics.map((label) => rowsWhere((row) => row[label] === true)),
    rowsWhere((row) => topics.every((label) => row[label] === false) && !row.includes(true)).slice(0, mostOrdinary),
  ];
  return { vectors: pick(vectors, kinds.flat()).unit, counts: kinds.map(({ length }) => length) };
}
