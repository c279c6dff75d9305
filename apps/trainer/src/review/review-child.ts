import { Classifier, nearestRows } from '#slm';
import { neighboursAsked, suspicions, type Suspicion } from './suspicions.js';

export interface ReviewInput {
  modelDir: string;
  /** As models meet them. */
  rows: { id: string; text: string; intentId: string | null }[];
}
export type ReviewReply = { suspicions: Suspicion[] } | { error: string };

// Embedding ten thousand rows takes a minute of one processor, so it has a process of its own, which ends with its channel.
process.on('disconnect', () => process.exit());
if (!process.connected) process.exit(1);

async function review({ modelDir, rows }: ReviewInput): Promise<Suspicion[]> {
  const classifier = await Classifier.load(modelDir);
  const { width } = classifier.labels;
  const vectors = new Float32Array(rows.length * width);
  for (const [i, { text }] of rows.entries()) {
    vectors.set((await classifier.classify(text)).embedding, i * width);
  }
  await classifier.release();
  const near = await nearestRows(vectors, vectors, width, neighboursAsked + 1);
  return suspicions(
    rows.map(({ id, intentId }, i) => ({
      ...{ id, intentId },
      neighbours: near[i]!.row.map((row, rank) => ({ row, similarity: near[i]!.similarity[rank]! })),
    })),
  );
}

process.once('message', (input: ReviewInput) => {
  void review(input)
    .then((found): ReviewReply => ({ suspicions: found }))
    .catch((error: Error): ReviewReply => ({ error: error.message }))
    .then((reply) => process.send?.(reply));
});
