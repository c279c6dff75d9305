import { modelInput } from '#personal-data';
import { makeCorpus } from '../data/index.js';
import { embedInBatches, floatModel, loadBase } from '../encoder/index.js';
import { nearestRows, type Neighbours } from '../intents/index.js';
import { neighbourGraph } from './graph.js';
import { splitCommunities } from './split-communities.js';

export interface ClusteredMessage {
  /** 0 is the largest cluster; -1: in none. */
  label: number;
  /** Of its nearest messages, the share in the same cluster. */
  closeness: number;
}

const neighbours = 15;
/** A message with fewer of its neighbours in its cluster lies between topics. */
const leastCloseness = 0.4;
const leastMessages = 8;
/** Word pieces that are read of a message: what it is about comes first, and a long one costs as much as many short ones. */
const piecesRead = 32;

/** Groups messages without labels by topic. The same messages give the same groups. `baseModelDir`: a pretrained encoder. */
export async function clusterMessages(
  texts: string[],
  baseModelDir: string,
  onProgress: (share: number) => void = () => {},
): Promise<ClusteredMessage[]> {
  const distinct = [...new Set(texts)];
  const found = clusterNeighbours(await messageNeighbours(distinct, baseModelDir, onProgress));
  const byText = new Map(distinct.map((text, i) => [text, found[i]!]));
  return texts.map((text) => byText.get(text)!);
}

/** The nearest messages of each, itself first. */
export async function messageNeighbours(
  texts: string[],
  baseModelDir: string,
  onProgress: (share: number) => void,
): Promise<Neighbours[]> {
  if (texts.length === 0) return [];
  const base = loadBase(baseModelDir);
  const rows = texts.map((text) => ({ text: modelInput(text).text, intent: '', oos: true }));
  const messages = makeCorpus(rows, base).messages.map((ids) => ids.slice(0, piecesRead));
  const { width } = base.config;
  const embedded = 0.9;
  const onDone = (done: number) => onProgress((embedded * done) / texts.length);
  const { unit } = await embedInBatches(floatModel(base).bytes, messages, width, onDone);
  const nearest = await nearestRows(unit, unit, width, neighbours + 1);
  onProgress(1);
  return nearest;
}

export function clusterNeighbours(nearest: Neighbours[]): ClusteredMessage[] {
  const clusters = splitCommunities(neighbourGraph(nearest));
  const labels = new Int32Array(nearest.length);
  for (const [label, rows] of clusters.entries()) for (const row of rows) labels[row] = label;
  const closeness = nearest.map(({ row }, i) => {
    const others = row.filter((j) => j !== i);
    return others.filter((j) => labels[j] === labels[i]).length / (others.length || 1);
  });
  const kept = clusters.map((rows) => rows.filter((row) => closeness[row]! >= leastCloseness));
  const large = kept.filter((rows) => rows.length >= leastMessages).sort((a, b) => b.length - a.length);
  const messages = closeness.map((share) => ({ label: -1, closeness: share }));
  for (const [label, rows] of large.entries()) for (const row of rows) messages[row]!.label = label;
  return messages;
}
