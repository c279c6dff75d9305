import { sensitiveTopic } from '#contracts';
import { pick, type Vectors } from '../encoder/index.js';
import { nearestRows } from '../intents/index.js';
import { auxiliaryLabels, type AuxiliaryTargets } from './auxiliary-head.js';

const topics = sensitiveTopic.options.map((topic) => auxiliaryLabels.indexOf(topic));

/** More cost a tuned encoder more reading, and find no more at one rate of false alarms: docs/topics.md. */
const most = { onTopics: 2_000, ordinary: 2_000 };

/** Row numbers of the examples, those of each topic together, and last those of none; and how many there are of each. */
export interface TopicExamples {
  rows: number[];
  counts: number[];
}

/**
 * The rows of each sensitive topic, then ordinary ones, which have no label at all. A row of two topics is an example of both. Where there
 * are too many, some of each topic are taken, and the ordinary ones that are nearest to a topic.
 */
export async function topicExamples(
  vectors: Vectors,
  targets: AuxiliaryTargets[],
  { onTopics, ordinary } = most,
): Promise<TopicExamples> {
  const rowsWhere = (holds: (row: AuxiliaryTargets) => boolean) => targets.flatMap((row, i) => (holds(row) ? [i] : []));
  const sensitive = topics.map((label) => rowsWhere((row) => row[label] === true));
  const without = rowsWhere((row) => topics.every((label) => row[label] === false) && !row.includes(true));
  const all = sensitive.flat();
  const kinds = [
    ...spread(sensitive, onTopics),
    without.length > ordinary ? await nearestTo(all, without, vectors, ordinary) : without,
  ];
  return { rows: kinds.flat(), counts: kinds.map(({ length }) => length) };
}

/** Every nth row of each kind, `count` in all or one more for each kind; all where there are no more than that. */
function spread(kinds: number[][], count: number): number[][] {
  const share = count / kinds.flat().length;
  return kinds.map((rows) => rows.filter((_, i) => i === 0 || Math.floor(i * share) > Math.floor((i - 1) * share)));
}

/** The `count` of `rows` that have the largest cosine with one of `others`. */
async function nearestTo(others: number[], rows: number[], vectors: Vectors, count: number): Promise<number[]> {
  const found = await nearestRows(pick(vectors, rows).unit, pick(vectors, others).unit, vectors.width, 1);
  return rows
    .map((row, i) => ({ row, cosine: found[i]!.similarity[0]! }))
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, count)
    .map(({ row }) => row);
}
