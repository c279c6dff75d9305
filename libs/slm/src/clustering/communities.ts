import type { Random } from '#statistics';
import { graphOf, type Graph } from './graph.js';

/**
 * Louvain's method: nodes move to the community that raises modularity most, communities become nodes, and again, until nothing moves.
 * One label per node.
 */
export function communities(graph: Graph, random: Random): Int32Array {
  let labels = Int32Array.from({ length: graph.start.length - 1 }, (_, node) => node);
  for (let level = graph; ;) {
    const { community, count } = moveNodes(level, random);
    labels = labels.map((node) => community[node]!);
    if (count === level.start.length - 1) return labels;
    level = merged(level, community, count);
  }
}

/** An edge from a node to itself, which a merged node has, counts once in its degree as all others do. */
function moveNodes(graph: Graph, random: Random): { community: Int32Array; count: number } {
  const { start, to, weight } = graph;
  const nodes = start.length - 1;
  const degree = Float64Array.from({ length: nodes }, (_, node) => {
    let sum = 0;
    for (let e = start[node]!; e < start[node + 1]!; e++) sum += weight[e]!;
    return sum;
  });
  const total = degree.reduce((sum, d) => sum + d, 0) || 1;
  const community = Int32Array.from({ length: nodes }, (_, node) => node);
  const degreeOf = degree.slice();
  const links = new Float64Array(nodes);
  const order = random.shuffle([...community]);
  for (let moved = true; moved;) {
    moved = false;
    for (const node of order) {
      const own = community[node]!;
      const near = [own];
      for (let e = start[node]!; e < start[node + 1]!; e++) {
        if (to[e] === node) continue;
        const c = community[to[e]!]!;
        if (links[c] === 0 && c !== own) near.push(c);
        links[c]! += weight[e]!;
      }
      degreeOf[own]! -= degree[node]!;
      const gain = (c: number) => links[c]! - (degree[node]! * degreeOf[c]!) / total;
      let best = own;
      for (const c of near) if (gain(c) > gain(best) + 1e-12) best = c;
      degreeOf[best]! += degree[node]!;
      community[node] = best;
      moved ||= best !== own;
      for (const c of near) links[c] = 0;
    }
  }
  const numbers = new Map([...new Set(community)].map((c, i) => [c, i]));
  return { community: community.map((c) => numbers.get(c)!), count: numbers.size };
}

function merged({ start, to, weight }: Graph, community: Int32Array, count: number): Graph {
  const edges = Array.from({ length: count }, () => new Map<number, number>());
  for (let node = 0; node < community.length; node++) {
    const of = edges[community[node]!]!;
    for (let e = start[node]!; e < start[node + 1]!; e++) {
      const c = community[to[e]!]!;
      of.set(c, (of.get(c) ?? 0) + weight[e]!);
    }
  }
  return graphOf(edges);
}
