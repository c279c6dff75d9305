import type { TrainingPhase } from '#contracts';
import { Classifier, judge, trainHead, type Judged, type TrainPhase } from '#slm';
import type { ChildReply, LabelledText, TrainingOrder, TrainingResult } from './training-order.js';

// Training blocks and may be killed at any moment, so it has a process of its own; what it makes is whole or not there.
const reply = (message: ChildReply) => process.send!(message);
const progressEveryMs = 200;

/** Where each step lies within the whole run. */
const steps: Record<TrainPhase | 'challenger' | 'champion', { phase: TrainingPhase; from: number; to: number }> = {
  embed: { phase: 'train', from: 0.05, to: 0.5 },
  fit: { phase: 'train', from: 0.5, to: 0.55 },
  calibrate: { phase: 'calibrate', from: 0.55, to: 0.7 },
  write: { phase: 'calibrate', from: 0.7, to: 0.72 },
  challenger: { phase: 'evaluate', from: 0.72, to: 0.84 },
  champion: { phase: 'evaluate', from: 0.84, to: 0.95 },
};

let toldAt = 0;
function report(step: keyof typeof steps, done: number, total: number): void {
  if (Date.now() - toldAt < progressEveryMs && done < total) return;
  toldAt = Date.now();
  const { phase, from, to } = steps[step];
  reply({ type: 'progress', phase, progress: from + ((to - from) * done) / total });
}

async function judgeFolder(step: 'challenger' | 'champion', dir: string, gold: LabelledText[]): Promise<Judged[]> {
  const classifier = await Classifier.load(dir);
  const judged = await judge(classifier, gold, (done) => report(step, done, gold.length));
  await classifier.release();
  return judged;
}

async function carryOut({ rows, gold, outDir, baseDir, championDir }: TrainingOrder): Promise<TrainingResult> {
  const { metrics } = await trainHead({ rows, outDir, base: baseDir, onProgress: report });
  return {
    method: 'intent head on the frozen encoder',
    metrics,
    challenger: await judgeFolder('challenger', outDir, gold),
    champion: championDir ? await judgeFolder('champion', championDir, gold) : null,
  };
}

process.on('disconnect', () => process.exit(1)); // the trainer is gone: nobody waits for this
process.once('message', (order: TrainingOrder) => {
  carryOut(order)
    .then((result): ChildReply => ({ type: 'done', result }))
    .catch((error: Error): ChildReply => ({ type: 'failed', error: error.message }))
    .then(reply, () => process.exit(1));
});
