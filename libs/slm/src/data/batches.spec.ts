import { describe, expect, it } from 'vitest';
import { epochBatches } from './batches.js';

describe('batches', () => {
  const targets = Array.from({ length: 150 }, (_, i) => (i % 11 === 0 ? null : i % 7));
  const lengths = targets.map((_, i) => 5 + ((i * 13) % 50));
  const batches = epochBatches(targets, lengths, 1);

  it('show every row, in full batches of pairs of one intent, padded to the longest', () => {
    expect(new Set(batches.flatMap(({ rows }) => rows)).size).toBe(150);
    for (const { rows, tokens } of batches) {
      expect(rows).toHaveLength(32);
      expect(tokens).toBeGreaterThanOrEqual(Math.max(...rows.map((row) => lengths[row]!)));
      for (let i = 0; i < rows.length; i += 2) expect(targets[rows[i]!]).toBe(targets[rows[i + 1]!]);
    }
  });

  it('are the same for the same seed and others for another', () => {
    expect(epochBatches(targets, lengths, 1)).toEqual(batches);
    expect(epochBatches(targets, lengths, 2)).not.toEqual(batches);
  });
});
