import type { Graph } from './graph.js';

/** The share of edge weight within communities, less what it would be if edges fell by chance. */
export function modularity({ start, to, weight }: Graph, labels: Int32Array): number {
  const [degree, within] = [new Map<number, number>(), new Map<number, number>()];
  let total = 0;
  const add = (sums: Map<number, number>, label: number, w: number) => sums.set(label, (sums.get(label) ?? 0) + w);
  for (const [node, label] of labels.entries()) {
    for (let e = start[node]!; e < start[node + 1]!; e++) {
      total += weight[e]!;
      add(degree, label, weight[e]!);
      if (labels[to[e]!] === label) add(within, label, weight[e]!);
    }
  }
  if (total === 0) return 0;
  return [...degree].reduce((sum, [label, d]) => sum + (within.get(label) ?? 0) / total - (d / total) ** 2, 0);
}
