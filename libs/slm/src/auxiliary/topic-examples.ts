import { sensitiveTopic } from '#contracts';
import { pick, type Vectors } from '../encoder/index.js';
import { nearestRows } from '../intents/index.js';
import { auxiliaryLabels, type AuxiliaryTargets } from './auxiliary-head.js';

const topics = sensitiveTopic.options.map((topic) => auxiliaryLabels.indexOf(topic));

/** With more of the ones for as many of the others more is found, and more is taken for it: no better at one rate of false alarms, docs/topics.md. */
const most = { onTopics: 2_000, ordinary: 2_000 };

/** Row numbers of the examples, those of each topic together, and last those of none; and how many there are of each. */
export interface TopicExamples {
  rows: number[];
  counts: number[];
}

/** Neighbours of a row among which an earlier one is looked for. */
const compared = 6;

/**
 * The rows of each sensitive topic, then ordinary ones, which have no label at all. A row of two topics is an example of both. Where there
 * are too many, rows that nearly repeat an earlier one of their topic are left out, and ordinary ones that are far from every topic.
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
    ...(all.length > onTopics ? await unlikeEarlier(sensitive, vectors, onTopics) : sensitive),
    without.length > ordinary ? await nearestTo(all, without, vectors, ordinary) : without,
  ];
  return { rows: kinds.flat(), counts: kinds.map(({ length }) => length) };
}

/** The first row of each kind, and of the others those that are least like an earlier row of their kind, `count` in all; kind by kind. */
async function unlikeEarlier(kinds: number[][], vectors: Vectors, count: number): Promise<number[][]> {
  const ranked: { kind: number; row: number; likeness: number }[] = [];
  for (const [kind, rows] of kinds.entries()) {
    const { unit } = pick(vectors, rows);
    const found = rows.length < compared ? [] : await nearestRows(unit, unit, vectors.width, compared);
    ranked.push(
      ...rows.map((row, i) => {
        const { row: near, similarity } = found[i] ?? { row: [], similarity: [] };
        return { kind, row, likeness: i === 0 ? -1 : (similarity[near.findIndex((other) => other < i)] ?? 0) };
      }),
    );
  }
  ranked.sort((a, b) => a.likeness - b.likeness);
  const kept = new Set(ranked.slice(0, count).map(({ kind, row }) => `${kind} ${row}`));
  return kinds.map((rows, kind) => rows.filter((row) => kept.has(`${kind} ${row}`)));
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
