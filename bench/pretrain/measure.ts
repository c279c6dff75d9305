import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Classifier, judge, summarise, trainHead, trainModel, writeBase, type BaseModel, type Metrics } from '#slm';
import type { Shop } from './shops.js';

const trainings = { frozen: trainHead, tuned: trainModel } as const;
export type Training = keyof typeof trainings;

/** What the shop's model is like when it starts from `base`, as it would be written to disk. */
export async function measure(base: BaseModel, shop: Shop, training: Training, seed: number): Promise<Metrics> {
  const folder = mkdtempSync(join(tmpdir(), 'pretrain-'));
  try {
    const [baseDir, outDir] = [join(folder, 'base'), join(folder, 'model')];
    mkdirSync(baseDir);
    await writeBase(baseDir, base, {});
    await trainings[training]({ rows: shop.train, outDir, base: baseDir, seed });
    const classifier = await Classifier.load(outDir);
    const judged = await judge(classifier, shop.test);
    await classifier.release();
    return summarise(judged);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
