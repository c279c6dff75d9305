import { groupBy } from '#statistics';

export interface Agreement {
  clusters: number;
  /** Of all messages, those in a cluster. */
  share: number;
  /** Of those, the ones of their cluster's commonest topic. */
  purity: number;
  /** Mutual information of clusters and topics, over the mean of their entropies. */
  nmi: number;
  /** Topics that are some cluster's commonest. */
  topics: number;
}

/** Clusters (-1: none) beside topics that people gave; of the largest clusters only, if `largest` is given. */
export function agreement(labels: number[], topics: string[], largest = Infinity): Agreement {
  const clusters = [
    ...groupBy(
      [...labels.keys()].filter((row) => labels[row]! >= 0),
      (row) => labels[row]!,
    ).values(),
  ]
    .sort((a, b) => b.length - a.length)
    .slice(0, largest);
  const inside = clusters.flat();
  const n = inside.length;
  const counts = clusters.map((rows) =>
    [...groupBy(rows, (row) => topics[row]!)].map(([topic, of]) => ({ topic, n: of.length })),
  );
  const best = counts.map((of) => of.reduce((most, one) => (one.n > most.n ? one : most)));
  const entropy = (sizes: number[]) => -sizes.reduce((sum, size) => sum + (size / n) * Math.log(size / n), 0);
  const byTopic = [...groupBy(inside, (row) => topics[row]!).values()].map(({ length }) => length);
  const [ofClusters, ofTopics] = [entropy(clusters.map(({ length }) => length)), entropy(byTopic)];
  const together = entropy(counts.flat().map(({ n: size }) => size));
  return {
    clusters: clusters.length,
    share: n / labels.length,
    purity: best.reduce((sum, { n: size }) => sum + size, 0) / (n || 1),
    nmi: (2 * (ofClusters + ofTopics - together)) / (ofClusters + ofTopics || 1),
    topics: new Set(best.map(({ topic }) => topic)).size,
  };
}
