import type { TrainingPhase } from '#contracts';
import { Classifier, judge, trainHead, trainModel } from '#slm';
import { evaluate } from '../promotion/evaluation.js';
import type { Judged } from '#statistics';
import { copyShippedModel } from '../shipped/shipped-model.js';
import type { ChildReply, JudgedText, TrainingInput, TrainingResult } from './child-messages.js';
import { failureOf } from './failure.js';

// Training blocks and may be killed at any moment, so it has a process of its own; what it makes is whole or not there.
const reply = (message: ChildReply) => void process.send?.(message);
const progressEveryMs = 200;

type Step = 'embed' | 'fit' | 'cross-validate' | 'tune' | 'calibrate' | 'write' | 'challenger' | 'champion';

type Steps = Partial<Record<Step, [TrainingPhase, from: number, to: number]>>;
const wholeRecipe: Steps = {
  embed: ['train', 0.02, 0.05],
  'cross-validate': ['train', 0.05, 0.42],
  fit: ['train', 0.42, 0.45],
  tune: ['train', 0.45, 0.9],
  calibrate: ['calibrate', 0.9, 0.92],
  write: ['calibrate', 0.92, 0.93],
  challenger: ['evaluate', 0.93, 0.945],
  champion: ['evaluate', 0.945, 0.96],
};
/** Where each step lies within the whole run; steps that a recipe leaves out are skipped. */
const steps: Record<TrainingInput['recipe'], Steps> = {
  head: {
    embed: ['train', 0.05, 0.4],
    fit: ['train', 0.4, 0.45],
    'cross-validate': ['train', 0.45, 0.65],
    calibrate: ['calibrate', 0.65, 0.7],
    write: ['calibrate', 0.7, 0.72],
    challenger: ['evaluate', 0.72, 0.84],
    champion: ['evaluate', 0.84, 0.95],
  },
  whole: wholeRecipe,
  adapters: wholeRecipe,
  shipped: { challenger: ['evaluate', 0.05, 0.84], champion: ['evaluate', 0.84, 0.95] },
};

let toldAt = 0;
let furthest = 0;
const reporter = (recipe: TrainingInput['recipe']) => (step: Step, done: number, total: number, loss?: number) => {
  if (Date.now() - toldAt < progressEveryMs && done < total) return;
  toldAt = Date.now();
  const [phase, from, to] = steps[recipe][step] ?? ['train', 0, 0];
  furthest = Math.max(furthest, from + ((to - from) * done) / total); // short steps may come again between long ones
  const point = step === 'tune' && loss !== undefined ? { step: done, loss } : undefined;
  reply({ type: 'progress', progress: { phase, progress: furthest }, loss: point });
};

/** The trainer is gone, or wants no more: training stops at the next step, and leaves a checkpoint to go on from. */
const stop = new AbortController();
process.on('disconnect', () => stop.abort(new Error('Training was stopped')));
if (!process.connected) process.exit(1);

function train({
  recipe,
  rows,
  val,
  outDir,
  baseDir: base,
}: TrainingInput): Promise<Omit<TrainingResult, 'evaluation'>> {
  const options = { rows, val, outDir, base, onProgress: reporter(recipe) };
  switch (recipe) {
    case 'head':
      return trainHead(options);
    case 'whole':
    case 'adapters':
      return trainModel({ ...options, adapters: recipe === 'adapters', signal: stop.signal });
    case 'shipped':
      return copyShippedModel(outDir);
  }
}

async function carryOut(input: TrainingInput): Promise<TrainingResult> {
  const { test, fresh, limits, outDir, championDir } = input;
  const onProgress = reporter(input.recipe);
  const judgeFolder = async (step: Step, dir: string, texts: JudgedText[]): Promise<Judged[]> => {
    const classifier = await Classifier.load(dir);
    const served = texts.map(({ asServed, intent, oos }) => ({ ...asServed, intent, oos }));
    const judged = await judge(classifier, served, (done) => onProgress(step, done, texts.length));
    await classifier.release();
    return judged;
  };
  const { metrics, method, int8Agreement } = await train(input);
  const challenger = await judgeFolder('challenger', outDir, test);
  const champion = championDir ? await judgeFolder('champion', championDir, [...test, ...fresh]) : null;
  return {
    method,
    metrics,
    int8Agreement,
    evaluation: evaluate({ test, fresh, challenger, champion, int8Agreement, limits }),
  };
}

process.once('message', (input: TrainingInput) => {
  void carryOut(input)
    .then((result): ChildReply => ({ type: 'done', result }))
    .catch((error: unknown): ChildReply => ({ type: 'failed', failure: failureOf(error) }))
    .then(reply)
    .finally(() => stop.signal.aborted && process.exit(1));
});
