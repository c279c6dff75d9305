/**
 * Area under the ROC curve, 0 to 1: the probability that a random positive scores above a random negative. A tie counts as half.
 * Mann-Whitney U; Hanley and McNeil, Radiology 143 (1982). Null when either side is empty.
 */
export function auroc(positives: number[], negatives: number[]): number | null {
  if (positives.length === 0 || negatives.length === 0) return null;
  const all = [
    ...positives.map((score) => ({ score, positive: true })),
    ...negatives.map((score) => ({ score, positive: false })),
  ].sort((a, b) => a.score - b.score);
  let wins = 0;
  let below = 0;
  for (let i = 0; i < all.length;) {
    let end = i;
    let tiedPositives = 0;
    for (; end < all.length && all[end]!.score === all[i]!.score; end++) if (all[end]!.positive) tiedPositives++;
    const tiedNegatives = end - i - tiedPositives;
    wins += tiedPositives * (below + tiedNegatives / 2);
    below += tiedNegatives;
    i = end;
  }
  return wins / (positives.length * negatives.length);
}
