import { describe, expect, it } from 'vitest';
import { groupBy, seededRandom } from '#statistics';
import { shippedBase } from '../encoder/index.js';
import { nearestRows } from '../intents/index.js';
import { clusterMessages, clusterNeighbours } from './cluster-messages.js';
import { communities } from './communities.js';
import { graphOf, neighbourGraph } from './graph.js';
import { modularity } from './modularity.js';
import { tellingWords } from './telling-words.js';

const width = 8;

/** Directions around `topics` centres, which lie as far apart as they can, and some in between. */
async function neighboursOf(topics: number, each: number, between: number) {
  const random = seededRandom(3);
  const near = (topic: number, spread: number) =>
    Array.from({ length: width }, (_, d) => (d === topic ? 1 : 0) + spread * (random.next() - 0.5));
  const vectors = [
    ...Array.from({ length: topics * each }, (_, i) => near(i % topics, 0.3)),
    ...Array.from({ length: between }, () => Array.from({ length: width }, () => random.next() - 0.5)),
  ];
  const unit = vectors.flatMap((v) => v.map((x) => x / Math.hypot(...v)));
  return nearestRows(Float32Array.from(unit), Float32Array.from(unit), width, 16);
}

describe('clusters of neighbours', () => {
  it('are the topics, the same ones every time', async () => {
    const nearest = await neighboursOf(6, 40, 0);
    const labels = clusterNeighbours(nearest).map(({ label }) => label);
    expect(clusterNeighbours(nearest).map(({ label }) => label)).toEqual(labels);
    for (let topic = 0; topic < 6; topic++) {
      const own = labels.filter((_, i) => i % 6 === topic);
      const commonest = Math.max(...[...groupBy(own, (label) => label).values()].map(({ length }) => length));
      expect(commonest / own.length).toBeGreaterThan(0.9);
    }
  });

  it('are numbered from the largest on', async () => {
    const sizes = new Map<number, number>();
    for (const { label } of clusterNeighbours(await neighboursOf(5, 40, 30))) {
      sizes.set(label, (sizes.get(label) ?? 0) + 1);
    }
    sizes.delete(-1);
    const inOrder = [...sizes].sort(([a], [b]) => a - b).map(([, size]) => size);
    expect(inOrder).toEqual([...inOrder].sort((a, b) => b - a));
    expect(Math.min(...inOrder)).toBeGreaterThanOrEqual(8);
  });
});

describe('communities', () => {
  const edge = (a: number, b: number) => [
    [a, b],
    [b, a],
  ];
  /** Two triangles and an edge between them. */
  const pairs = [edge(0, 1), edge(1, 2), edge(0, 2), edge(3, 4), edge(4, 5), edge(3, 5), edge(2, 3)].flat();
  const graph = graphOf(
    Array.from({ length: 6 }, (_, node) => new Map(pairs.filter(([a]) => a === node).map(([, b]) => [b!, 1]))),
  );

  it('part two triangles, whose modularity is known', () => {
    const [a, b, c, d, e, f] = communities(graph, seededRandom(1));
    expect([b, c, e, f]).toEqual([a, a, d, d]);
    expect(a).not.toBe(d);
    // Of 7 edges 6 lie within, and each side has half of all ends.
    expect(modularity(graph, Int32Array.from([0, 0, 0, 1, 1, 1]))).toBeCloseTo(6 / 7 - 0.5, 12);
    expect(modularity(graph, new Int32Array(6))).toBeCloseTo(0, 12);
  });

  it('weigh an edge by the neighbours that both ends share', () => {
    const { start, to, weight } = neighbourGraph([{ row: [0, 1] }, { row: [1, 0] }, { row: [2, 0] }]);
    expect([[...start], [...to]]).toEqual([
      [0, 2, 3, 4],
      [1, 2, 0, 0],
    ]);
    expect([...weight]).toEqual([1, 1 / 3, 1, 1 / 3]);
  });
});

it('tells the words of a cluster from the words of all', () => {
  const texts = ['where is my parcel', 'my parcel is late', 'is my refund here', 'refund my money', 'my 12345'];
  const words = tellingWords(texts, [0, 0, 1, 1, -1]);
  expect([...words.keys()]).toEqual([0, 1]);
  expect([words.get(0)![0], words.get(1)![0]]).toEqual(['parcel', 'refund']);
});

describe('messages', () => {
  const topics = [
    (i: number) => `where is my parcel, it is ${i} days late`,
    (i: number) => `my password does not work, I tried ${i} times to sign in`,
    (i: number) => `do you have this dress in size ${i}`,
  ];
  const texts = topics.flatMap((write) => Array.from({ length: 25 }, (_, i) => write(i + 2)));

  it('are grouped by what they are about, alike ones alike', async () => {
    const shares: number[] = [];
    const clusters = await clusterMessages([...texts, texts[0]!], shippedBase(), (share) => shares.push(share));
    expect(clusters.at(-1)).toEqual(clusters[0]);
    const topicsOf = groupBy(
      [...texts.keys()].filter((i) => clusters[i]!.label >= 0),
      (i) => clusters[i]!.label,
    );
    for (const rows of topicsOf.values()) expect(new Set(rows.map((i) => Math.floor(i / 25))).size).toBe(1);
    expect([...topicsOf.values()].flat().length).toBeGreaterThan(60);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it('may be none', async () => {
    expect(await clusterMessages([], shippedBase())).toEqual([]);
  });
});
