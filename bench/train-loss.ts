/**
 * Loss curve beside PyTorch: `npm run bench -- train-loss [--json]`. Both take 50 steps from the same weights on the same five
 * batches in turn, without dropout. It exits with 1 if a loss differs by more than 1e-3, or if there is no PyTorch to compare with.
 */
import { besideTorch, withoutTorch } from './train/torch.js';
import { batchOf, examples, initialWeights, newTrainer, writeForTorch } from './train/workload.js';

const [tokens, steps, tolerance, schedule] = [16, 50, 1e-3, 1];
const weights = initialWeights();
const batches = Array.from({ length: steps }, (_, i) => examples(i % 5, tokens));

await besideTorch(writeForTorch(weights, { [tokens]: batches }), async (torch) => {
  if (!torch) {
    console.error(withoutTorch);
    process.exitCode = 1;
    return;
  }
  const trainer = newTrainer(weights, { threads: 2, dropProbability: 0 });
  const ours: number[] = [];
  for (const rows of batches) {
    const { shape, feeds } = batchOf(rows, tokens);
    ours.push((await trainer.step(shape, feeds, schedule)).loss);
  }
  await trainer.release();
  const { losses } = await torch.steps({ tokens, threads: 2, steps, dropProbability: 0, schedule });
  const difference = Math.max(...ours.map((loss, i) => Math.abs(loss - losses[i]!)));
  if (process.argv.includes('--json')) console.log(JSON.stringify({ torch: torch.version, difference, ours, losses }));
  else {
    const shown = [0, 1, 4, 9, 19, 29, 39, 49];
    console.table(shown.map((i) => ({ step: i + 1, baton: ours[i]!.toFixed(6), torch: losses[i]!.toFixed(6) })));
    console.log(`Largest difference over ${steps} steps: ${difference.toExponential(2)} (at most ${tolerance})`);
  }
  process.exitCode = difference <= tolerance ? 0 : 1;
});
