import type { Neighbours } from '#slm';

/** The row counts itself among its neighbours, so this is the fifth other one. */
const corePoint = 5;

interface Join {
  left: number;
  right: number;
  distance: number;
  size: number;
}

/**
 * HDBSCAN with the mutual reachability of nearest neighbours alone: single linkage over them, the tree of clusters of at least `least` rows,
 * and of that the ones that last longest ("excess of mass"). -1: in none.
 */
export function densityClusters(neighbours: Neighbours[], least: number): number[] {
  const joins = singleLinkage(neighbours);
  const stable = stableClusters(neighbours.length, joins, least);
  const labels = new Array<number>(neighbours.length).fill(-1);
  for (const [label, rows] of stable.entries()) for (const row of rows) labels[row] = label;
  return labels;
}

/** Joins by rising distance: nodes below the number of rows are rows, the others are earlier joins. Parts that nothing connects stay apart. */
function singleLinkage(neighbours: Neighbours[]): Join[] {
  const core = neighbours.map(({ similarity }) => 1 - similarity[corePoint]!);
  const edges = neighbours.flatMap(({ row, similarity }, i) =>
    row.map((j, n) => ({ i, j, distance: Math.max(core[i]!, core[j]!, 1 - similarity[n]!) })),
  );
  edges.sort((a, b) => a.distance - b.distance || a.i - b.i || a.j - b.j);
  const parent = Array.from({ length: neighbours.length }, (_, i) => i);
  const root = (node: number) => {
    while (parent[node] !== node) node = parent[node] = parent[parent[node]!]!;
    return node;
  };
  const joins: Join[] = [];
  const sizeOf = (node: number) => (node < neighbours.length ? 1 : joins[node - neighbours.length]!.size);
  for (const { i, j, distance } of edges) {
    const [left, right] = [root(i), root(j)];
    if (left === right) continue;
    const node = parent.push(parent.length) - 1;
    parent[left] = parent[right] = node;
    joins.push({ left, right, distance, size: sizeOf(left) + sizeOf(right) });
  }
  return joins;
}

/** From the leaves up: a cluster is its two parts, if those together outlast it, else itself. */
function stableClusters(rows: number, joins: Join[], least: number): number[][] {
  interface Part {
    members: number[];
    /** Of the cluster that it is now, and of the best choice within it. */
    mass: number;
    best: { mass: number; clusters: number[][] };
  }
  const density = (distance: number) => 1 / Math.max(distance, 1e-6);
  const parts: Part[] = Array.from({ length: rows }, (_, row) => ({
    members: [row],
    mass: 0,
    best: { mass: 0, clusters: [] },
  }));
  const settled = ({ members, mass, best }: Part, at: number): Part['best'] => {
    if (members.length < least) return best;
    const own = mass - members.length * at;
    return own >= best.mass ? { mass: own, clusters: [members] } : best;
  };
  const joined = new Set<number>();
  for (const { left, right, distance } of joins) {
    const [a, b] = [parts[left]!, parts[right]!];
    const at = density(distance);
    const members = [...a.members, ...b.members];
    const [small, large] = a.members.length < b.members.length ? [a, b] : [b, a];
    joined.add(left).add(right);
    if (small.members.length >= least) {
      const [x, y] = [settled(a, at), settled(b, at)];
      const best = { mass: x.mass + y.mass, clusters: [...x.clusters, ...y.clusters] };
      parts.push({ members, mass: members.length * at, best });
    } else if (large.members.length >= least) {
      parts.push({ members, mass: large.mass + small.members.length * at, best: large.best });
    } else parts.push({ members, mass: members.length * at, best: small.best });
  }
  // The whole is never a cluster.
  return parts.flatMap(({ best }, node) => (joined.has(node) ? [] : best.clusters));
}
