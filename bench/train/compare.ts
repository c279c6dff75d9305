import { rmSync } from 'node:fs';
import { startTorch, withoutTorch } from './torch.js';
import { batchOf, batchSize, examples, initialWeights, newTrainer, writeForTorch } from './workload.js';

const lengths = [16, 24, 32];
const [rounds, steps] = [4, 8];
const dropoutRate = 0.1;
const json = process.argv.includes('--json');

const weights = initialWeights();
const batches = Object.fromEntries(lengths.map((tokens) => [tokens, [0, 1, 2, 3].map((i) => examples(i, tokens))]));
const folder = writeForTorch(weights, batches);
const torch = await startTorch(folder);
const trainer = newTrainer(weights, { threads: 2, dropoutRate });
const schedule = 0.5;

async function ours(tokens: number): Promise<number> {
  const own = batches[tokens]!.map((rows) => batchOf(rows, tokens));
  const started = performance.now();
  for (let i = 0; i < steps; i++) {
    const { shape, feeds } = own[i % own.length]!;
    await trainer.step(shape, feeds, schedule);
  }
  return (performance.now() - started) / 1000;
}

const rows = [];
for (const tokens of lengths) {
  const best = { ours: Infinity, torch1: Infinity, torch2: Infinity };
  for (let round = 0; round <= rounds; round++) {
    const taken = {
      ours: await ours(tokens),
      torch1: (await torch?.steps({ tokens, threads: 1, steps, dropout: dropoutRate, schedule }))?.seconds ?? Infinity,
      torch2: (await torch?.steps({ tokens, threads: 2, steps, dropout: dropoutRate, schedule }))?.seconds ?? Infinity,
    };
    // The first round warms up.
    if (round > 0) for (const who of ['ours', 'torch1', 'torch2'] as const) best[who] = Math.min(best[who], taken[who]);
  }
  const rate = (seconds: number) => (steps * batchSize) / seconds;
  rows.push({
    tokens,
    examplesPerSecond: Math.round(rate(best.ours)),
    torchOneThread: torch && Math.round(rate(best.torch1)),
    torchTwoThreads: torch && Math.round(rate(best.torch2)),
    ratio: torch && Number((Math.min(best.torch1, best.torch2) / best.ours).toFixed(2)),
  });
}
torch?.stop();
await trainer.release();
rmSync(folder, { recursive: true });

const memoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
if (json) console.log(JSON.stringify({ torch: torch?.version ?? null, blas: torch?.blas, memoryMb, rows }));
else {
  console.log(
    torch
      ? `PyTorch ${torch.version} with ${torch.blas.join(', ')}; batch ${batchSize}, examples per second`
      : withoutTorch,
  );
  console.table(rows);
  console.log(`Peak memory of the trainer's process: ${memoryMb} MB`);
}
