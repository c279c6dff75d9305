import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createDatabase, type Database } from '#database';
import { demoPassword, demoPeople } from '../../prisma/seed.js';
import { startPlatform, type Platform } from '../platform/platform.js';

/** What a model is made from, and the tables it is kept in. */
const ingredients = [
  ...['libs/slm/src', 'libs/background', 'libs/onnx-train/src', 'libs/statistics/src', 'apps/trainer/src'],
  ...['apps/demo-shop/data', 'prisma', 'models'],
];
const lookEveryMs = 500;

/**
 * The platform with the demo's fine-tuned model, which is trained in minutes after the first start. Its data folder is kept under `data/`
 * by checksum of what the model is made from, so that the next bench finds it trained.
 */
export async function startFineTuned(settings: Record<string, string>): Promise<Platform> {
  const folder = join('data', 'bench', `fine-tuned-${checksum().slice(0, 16)}`);
  // Limits and queues of earlier benches are not this one's.
  const env = { ...settings, REDIS_PREFIX: `bench-${Date.now()}` };
  if (isFolder(folder)) return startPlatform(folder, env);
  const underWay = `${folder}.part`;
  rmSync(underWay, { recursive: true, force: true });
  mkdirSync(underWay, { recursive: true });
  const training = await startPlatform(underWay, { ...env, BATON_BACKGROUND_TRAINING: 'true' });
  const db = createDatabase(training.databaseUrl, 2);
  try {
    await trained(db, training);
  } finally {
    await db.$disconnect();
    await training.stop();
  }
  renameSync(underWay, folder);
  return startPlatform(folder, env);
}

/** Until the second run has ended. Where the gate keeps the first model, the second is activated as a person would: it is what is measured. */
async function trained(db: Database, { gatewayUrl }: Platform): Promise<void> {
  while ((await db.trainingRun.count({ where: { endedAt: { not: null } } })) < 2) await pause(lookEveryMs);
  const version = await db.modelVersion.findFirst({ orderBy: { version: 'desc' } });
  if (version?.version !== 2) throw new Error('No fine-tuned model came of it.');
  if (version.stage === 'active') return;
  console.error(`The gate kept the first model: ${JSON.stringify(version.gate)}`);
  await activate(gatewayUrl, version.id);
}

async function activate(gatewayUrl: string, id: string): Promise<void> {
  const { email } = demoPeople.find(({ role }) => role === 'admin')!;
  const body = JSON.stringify({ email, password: demoPassword });
  const headers = { origin: gatewayUrl, 'content-type': 'application/json' };
  const signedIn = await fetch(`${gatewayUrl}/api/auth/login`, { method: 'POST', headers, body });
  const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
  const answer = await fetch(`${gatewayUrl}/api/models/${id}/activate`, {
    method: 'POST',
    headers: { origin: gatewayUrl, cookie },
  });
  if (!answer.ok) throw new Error(`The fine-tuned model was not activated: ${await answer.text()}`);
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
