import { groupBy, seededRandom } from '#statistics';
import { communities } from './communities.js';
import { subgraph, type Graph } from './graph.js';
import { modularity } from './modularity.js';

/** Parts that are less separate than this are one. Neighbours of one topic alone already come apart with 0.4 to 0.55. */
const leastModularity = 0.6;
const leastToSplit = 20;

/**
 * The communities of a graph, and their communities, as long as they are well separated. Once over all rows Louvain's method joins small
 * topics to fewer and fewer communities the more rows there are (its "resolution limit"). Node numbers, largest part first.
 */
export function splitCommunities(graph: Graph): number[][] {
  const parts: number[][] = [];
  const waiting = [Array.from({ length: graph.start.length - 1 }, (_, node) => node)];
  for (let nodes = waiting.pop(); nodes; nodes = waiting.pop()) {
    const inner = subgraph(graph, nodes);
    const labels = communities(inner, seededRandom(1));
    const split = [...groupBy(nodes.keys(), (i) => labels[i]!).values()].map((part) => part.map((i) => nodes[i]!));
    const isOne = nodes.length < leastToSplit || split.length < 2 || modularity(inner, labels) < leastModularity;
    if (isOne) parts.push(nodes);
    else waiting.push(...split);
  }
  return parts.sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}
