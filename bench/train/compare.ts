import { besideTorch, withoutTorch, type Torch } from './torch.js';
import { batchOf, batchSize, examples, initialWeights, newTrainer, writeForTorch } from './workload.js';

const lengths = [16, 24, 32];
const [rounds, steps, schedule, dropProbability] = [4, 8, 0.5, 0.1];
const json = process.argv.includes('--json');

const weights = initialWeights();
const batches = Object.fromEntries(lengths.map((tokens) => [tokens, [0, 1, 2, 3].map((i) => examples(i, tokens))]));

await besideTorch(writeForTorch(weights, batches), async (torch) => {
  const trainer = newTrainer(weights, { threads: 2, dropProbability });
  const rows = [];
  for (const tokens of lengths) {
    const best = { ours: Infinity, torch1: Infinity, torch2: Infinity };
    for (let round = 0; round <= rounds; round++) {
      const taken = {
        ours: await ourSeconds(trainer, tokens),
        torch1: await torchSeconds(torch, tokens, 1),
        torch2: await torchSeconds(torch, tokens, 2),
      };
      // The first round warms up.
      if (round > 0)
        for (const who of ['ours', 'torch1', 'torch2'] as const) best[who] = Math.min(best[who], taken[who]);
    }
    const perSecond = (seconds: number) => Math.round((steps * batchSize) / seconds);
    rows.push({
      tokens,
      examplesPerSecond: perSecond(best.ours),
      torchOneThread: torch && perSecond(best.torch1),
      torchTwoThreads: torch && perSecond(best.torch2),
      ratio: torch && Number((Math.min(best.torch1, best.torch2) / best.ours).toFixed(2)),
    });
  }
  await trainer.release();

  const memoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
  if (json) return console.log(JSON.stringify({ torch: torch?.version ?? null, blas: torch?.blas, memoryMb, rows }));
  console.log(
    torch
      ? `PyTorch ${torch.version} with ${torch.blas.join(', ')}; batch ${batchSize}, examples per second`
      : withoutTorch,
  );
  console.table(rows);
  console.log(`Peak memory of the trainer's process: ${memoryMb} MB`);
});

async function ourSeconds(trainer: ReturnType<typeof newTrainer>, tokens: number): Promise<number> {
  const own = batches[tokens]!.map((rows) => batchOf(rows, tokens));
  const started = performance.now();
  for (let i = 0; i < steps; i++) {
    const { shape, feeds } = own[i % own.length]!;
    await trainer.step(shape, feeds, schedule);
  }
  return (performance.now() - started) / 1000;
}

async function torchSeconds(torch: Torch | undefined, tokens: number, threads: number): Promise<number> {
  return (await torch?.steps({ tokens, threads, steps, dropProbability, schedule }))?.seconds ?? Infinity;
}
