import { encode, heldOutProbabilities, loadBase, makeCorpus } from '#slm';
import { suspicions, type LabelledRow, type Suspicion } from './suspicions.js';

export interface ReviewInput {
  /** The encoder as it is shipped. */
  baseDir: string;
  /** As models meet them. */
  rows: (LabelledRow & { text: string })[];
}
export type ReviewReply = { suspicions: Suspicion[] } | { error: string };

// Reading ten thousand rows takes a minute of one processor, so it has a process of its own, which ends with its channel.
process.on('disconnect', () => process.exit());
if (!process.connected) process.exit(1);

async function review({ baseDir, rows }: ReviewInput): Promise<Suspicion[]> {
  const base = loadBase(baseDir);
  const labelled = rows.map(({ text, intentId }) => ({ text, intent: intentId ?? '', oos: intentId === null }));
  const { vectors } = await encode(base, makeCorpus(labelled, base), () => undefined);
  return suspicions(rows, await heldOutProbabilities(labelled, vectors));
}

process.once('message', (input: ReviewInput) => {
  void review(input)
    .then((found): ReviewReply => ({ suspicions: found }))
    .catch((error: Error): ReviewReply => ({ error: error.message }))
    .then((reply) => process.send?.(reply));
});
