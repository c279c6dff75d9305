/** A training row and the rows nearest to it, by their places in the list of all. */
export interface RowWithNeighbours {
  id: string;
  /** Null: out of scope. */
  intentId: string | null;
  /** Nearest first; the row itself may be among them. */
  neighbours: { row: number; similarity: number }[];
}

export interface Suspicion {
  id: string;
  suspectedIntentId: string;
  /** The share of its neighbours, by their similarity, that say so: 0 to 1. */
  suspicion: number;
}

/** How many neighbours speak about a row, and how many of them at the least must agree for a suspicion. */
export const neighboursAsked = 10;
const leastShare = 0.7;

/**
 * Rows whose label the rows nearest to them contradict. A row says nothing about itself: so it is asked about as a new message would be.
 * That something is none of the shop's topics is not suspected, because such messages have no neighbourhood.
 */
export function suspicions(rows: RowWithNeighbours[]): Suspicion[] {
  return rows.flatMap(({ id, intentId, neighbours }, own) => {
    const asked = neighbours.filter(({ row }) => row !== own).slice(0, neighboursAsked);
    const votes = new Map<string | null, number>();
    let all = 0;
    for (const { row, similarity } of asked) {
      const label = rows[row]!.intentId;
      const weight = Math.max(0, similarity);
      votes.set(label, (votes.get(label) ?? 0) + weight);
      all += weight;
    }
    const [suspectedIntentId, votesForIt] = [...votes].sort(([, a], [, b]) => b - a)[0] ?? [null, 0];
    const suspicion = votesForIt / all;
    const suspected = suspectedIntentId !== null && suspectedIntentId !== intentId && suspicion >= leastShare;
    return suspected ? [{ id, suspectedIntentId, suspicion }] : [];
  });
}
