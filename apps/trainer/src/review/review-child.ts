import { Classifier, heldOutProbabilities } from '#slm';
import { suspicions, type LabelledRow, type Suspicion } from './suspicions.js';

export interface ReviewInput {
  modelDir: string;
  /** As models meet them. */
  rows: (LabelledRow & { text: string })[];
}
export type ReviewReply = { suspicions: Suspicion[] } | { error: string };

// Reading ten thousand rows takes a minute of one processor, so it has a process of its own, which ends with its channel.
process.on('disconnect', () => process.exit());
if (!process.connected) process.exit(1);

async function review({ modelDir, rows }: ReviewInput): Promise<Suspicion[]> {
  const classifier = await Classifier.load(modelDir);
  const embeddings: Float32Array[] = [];
  for (const { text } of rows) embeddings.push((await classifier.classify(text)).embedding);
  await classifier.release();
  const labelled = rows.map(({ text, intentId }) => ({ text, intent: intentId ?? '', oos: intentId === null }));
  const { ensembleWeight } = classifier.calibration;
  return suspicions(rows, await heldOutProbabilities(labelled, embeddings, ensembleWeight));
}

process.once('message', (input: ReviewInput) => {
  void review(input)
    .then((found): ReviewReply => ({ suspicions: found }))
    .catch((error: Error): ReviewReply => ({ error: error.message }))
    .then((reply) => process.send?.(reply));
});
