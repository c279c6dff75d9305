import type { Neighbours } from '../intents/index.js';

/** An undirected graph with weights. The edges of a node are those from `start[node]` up to `start[node + 1]`; each edge is there twice. */
export interface Graph {
  start: Int32Array;
  to: Int32Array;
  weight: Float64Array;
}

/**
 * Joins each row with its nearest rows. The weight is how many neighbours the two share, of all that either has (Jaccard): in many
 * dimensions that tells more than the distance itself, since some rows are near to everything.
 */
export function neighbourGraph(neighbours: Pick<Neighbours, 'row'>[]): Graph {
  const sets = neighbours.map(({ row }, i) => new Set([i, ...row]));
  const edges = sets.map(() => new Map<number, number>());
  for (const [i, { row }] of neighbours.entries()) {
    for (const j of row) {
      if (j === i || edges[i]!.has(j)) continue;
      const shared = [...sets[i]!].filter((k) => sets[j]!.has(k)).length;
      if (shared === 0) continue;
      const weight = shared / (sets[i]!.size + sets[j]!.size - shared);
      edges[i]!.set(j, weight);
      edges[j]!.set(i, weight);
    }
  }
  return graphOf(edges);
}

/** The graph of some nodes, numbered as they are listed, and the edges between them. */
export function subgraph({ start, to, weight }: Graph, nodes: number[]): Graph {
  const numbers = new Map(nodes.map((node, i) => [node, i]));
  return graphOf(
    nodes.map((node) => {
      const edges = new Map<number, number>();
      for (let e = start[node]!; e < start[node + 1]!; e++) {
        const number = numbers.get(to[e]!);
        if (number !== undefined) edges.set(number, weight[e]!);
      }
      return edges;
    }),
  );
}

export function graphOf(edges: Map<number, number>[]): Graph {
  const size = edges.reduce((sum, { size: n }) => sum + n, 0);
  const graph = { start: new Int32Array(edges.length + 1), to: new Int32Array(size), weight: new Float64Array(size) };
  let at = 0;
  for (const [node, of] of edges.entries()) {
    for (const [to, weight] of of) {
      graph.to[at] = to;
      graph.weight[at++] = weight;
    }
    graph.start[node + 1] = at;
  }
  return graph;
}
