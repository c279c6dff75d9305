import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createDatabase, type Database } from '#database';
import { startPlatform, type Platform } from '../platform/platform.js';

/** What a model is made from, and the tables it is kept in. */
const ingredients = [
  ...['libs/slm/src', 'libs/background', 'libs/onnx-train/src', 'libs/statistics/src', 'apps/trainer/src'],
  ...['apps/demo-shop/data', 'prisma', 'models'],
];
const lookEveryMs = 500;

/**
 * The platform with the demo's fine-tuned model, which serves a few minutes after the first start. Its data folder is kept under `data/` by
 * checksum of what the model is made from, so that the next bench finds it trained.
 */
export async function startFineTuned(): Promise<Platform> {
  const folder = join('data', 'bench', `fine-tuned-${checksum().slice(0, 16)}`);
  // Limits and queues of earlier benches are not this one's.
  const env = { REDIS_PREFIX: `bench-${Date.now()}` };
  if (isFolder(folder)) return startPlatform(folder, env);
  const underWay = `${folder}.part`;
  rmSync(underWay, { recursive: true, force: true });
  mkdirSync(underWay, { recursive: true });
  const training = await startPlatform(underWay, { ...env, BATON_BACKGROUND_TRAINING: 'true' });
  const db = createDatabase(training.databaseUrl, 2);
  try {
    await trained(db);
  } finally {
    await db.$disconnect();
    await training.stop();
  }
  renameSync(underWay, folder);
  return startPlatform(folder, env);
}

/** Until the second run has ended, and serves. */
async function trained(db: Database): Promise<void> {
  for (;;) {
    const runs = await db.trainingRun.findMany({ where: { endedAt: { not: null } } });
    if (runs.length >= 2) break;
    await pause(lookEveryMs);
  }
  const active = await db.modelVersion.findFirst({ where: { stage: 'active' }, orderBy: { version: 'desc' } });
  if (active?.version !== 2) throw new Error('The fine-tuned model was not promoted.');
}

function checksum(): string {
  const hash = createHash('sha256');
  for (const file of ingredients.flatMap(filesIn)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  return entries.filter((path) => statSync(path).isFile() && !/\.spec\.ts$|held-out/.test(path)).sort();
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
