import { contrastiveTargets, encoderFeeds, rowsFor, type BatchShape, type Feeds } from '#onnx-train';
import { auxiliaryLabels } from '../auxiliary/index.js';
import type { Batch, Epoch } from '../data/index.js';
import { outOfScopeWeight } from '../intents/index.js';

/** What one step of fine-tuning is fed: the token ids of a batch, and what each part of the loss wants of its rows. */
export function batchOf(
  { rows, tokens }: Batch,
  { messages, targets, labels, betweenWeight }: Epoch,
  { intents, contrastiveWeight }: { intents: number; contrastiveWeight: number },
): { shape: BatchShape; feeds: Feeds } {
  const n = rows.length;
  const firstLabelled = targets.length - labels.length;
  const hasIntent = (row: number) => row < firstLabelled;
  const wanted = new Float32Array(n * intents);
  const halfway = new Float32Array(n * n);
  const between = new Float32Array(n * intents);
  for (const [i, row] of rows.entries()) {
    if (!hasIntent(row)) continue;
    const target = targets[row]!;
    const from = i * intents;
    // The target of an out-of-scope message is the uniform distribution.
    if (target === null) wanted.fill(outOfScopeWeight / intents / n, from, from + intents);
    else wanted[from + target] = 1 / n;
    // Row i + 1 may be of the same intent; row i + 2 begins the next pair.
    const other = (i + 2) % n;
    halfway[i * n + i] = 0.5;
    halfway[i * n + other] = 0.5;
    if (hasIntent(rows[other]!) && target !== targets[rows[other]!])
      between.fill(betweenWeight / intents / n, from, from + intents);
  }
  // Messages out of scope have nothing in common. Each is a kind of its own, from which the others are told.
  const contrast = contrastiveTargets(rows.map((row) => (hasIntent(row) ? (targets[row] ?? intents + row) : -1)));
  const known = rows.map((row) => labels[row - firstLabelled] ?? auxiliaryLabels.map(() => null));
  const chosen = rows.map((row) => messages[row]!);
  const lengths = chosen.map(({ length }) => length);
  const shape = { batch: n, tokens, rows: rowsFor(lengths, tokens) };
  return {
    shape,
    feeds: {
      ...encoderFeeds(chosen, tokens, shape.rows),
      targets: wanted,
      labels: Float32Array.from(known.flat(), Number),
      'labels.weights': Float32Array.from(known.flat(), (label) => (label === null ? 0 : 1 / n)),
      'contrast.targets': contrast.targets.map((target) => contrastiveWeight * target),
      'contrast.excluded': contrast.excluded,
      halfway,
      'halfway.bias': new Float32Array(intents),
      'halfway.targets': between,
    },
  };
}
