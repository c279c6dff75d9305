import { existsSync, mkdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type Database, type ModelStage } from '#database';
import { ModelRegistry } from '#model-registry';
import { startApp, type RunningApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { createWorkspace } from '../support/core.js';
import { freshEnvironment, type TestEnvironment } from '../support/environment.js';
import { waitFor } from '../support/wait-for.js';

const kept = 2;
const longAgo = new Date(Date.now() - 3 * 86_400_000);

let environment: TestEnvironment;
let db: Database;
let workspaceId: string;
let trainer: RunningApp;
/** By name, as the cases below call them. */
const versions: Record<string, string> = {};

async function version(name: string, number: number, stage: ModelStage, daysSinceActive: number | null): Promise<void> {
  const id = uuidv7();
  versions[name] = id;
  const activatedAt = daysSinceActive === null ? null : new Date(Date.now() - daysSinceActive * 86_400_000);
  const figures = { method: 'head' as const, checksum: name, nExamples: 10 };
  await db.modelVersion.create({ data: { id, workspaceId, version: number, stage, activatedAt, ...figures } });
  const content = new Uint8Array(1000);
  await db.modelArtifact.create({
    data: { modelVersionId: id, path: 'model.onnx', workspaceId, checksum: '', content },
  });
  folder('models', name);
}

/** One that nobody has written to for days. */
function folder(...path: string[]): void {
  const full = join(environment.BATON_DATA_DIR, ...path);
  mkdirSync(full, { recursive: true });
  utimesSync(full, longAgo, longAgo);
}
const there = (...path: string[]) => existsSync(join(environment.BATON_DATA_DIR, ...path));

beforeAll(async () => {
  environment = await freshEnvironment();
  db = createDatabase(environment.DATABASE_URL, 2);
  atEnd(() => db.$disconnect());
  const shop = await createWorkspace(db);
  workspaceId = shop.workspaceId;
  const { contactId } = await shop.contact();
  const { userId } = await shop.agent('Ada');

  await version('served first', 1, 'retired', 9);
  await version('served second', 2, 'retired', 8);
  await version('failed first', 3, 'candidate', null);
  await version('went back to lately', 4, 'retired', 1);
  await version('serves', 5, 'active', 0);
  await version('failed second', 6, 'candidate', null);
  await version('failed third', 7, 'candidate', null);

  const session = { workspaceId, expiresAt: longAgo };
  const fresh = { workspaceId, expiresAt: new Date(Date.now() + 60_000) };
  const visitor = () => ({ id: uuidv7(), contactId, inboxId: shop.inboxId, tokenHash: uuidv7() });
  await db.contactSession.createMany({
    data: [
      { ...visitor(), ...session },
      { ...visitor(), ...fresh },
    ],
  });
  const agent = () => ({ id: uuidv7(), userId, tokenHash: uuidv7() });
  await db.userSession.createMany({
    data: [
      { ...agent(), ...session },
      { ...agent(), ...fresh },
    ],
  });

  folder('training', `${uuidv7()}.unfinished`);
  folder('models', 'fetched-and-never-finished.partial-1');

  const connection = new Redis(environment.REDIS_URL);
  atEnd(() => connection.disconnect());
  await connection.xadd(`${environment.REDIS_PREFIX}:events`, '1-1', 'events', '[]');
  trainer = await startApp('trainer', { ...environment, KEPT_MODEL_VERSIONS: String(kept), LOG_LEVEL: 'info' });
  await waitFor(() => trainer.output().includes('events dropped'));
});

describe('storage that ends', () => {
  it('keeps the files of what serves, of the newest replaced and of the newest candidates; rows stay', async () => {
    const withFiles = await db.modelArtifact.findMany({ select: { modelVersionId: true } });
    const names = Object.entries(versions).flatMap(([name, id]) =>
      withFiles.some(({ modelVersionId }) => modelVersionId === id) ? [name] : [],
    );
    expect(names.sort()).toEqual(['failed second', 'failed third', 'served second', 'serves', 'went back to lately']);
    expect(await db.modelVersion.count({ where: { workspaceId } })).toBe(7);
    expect(there('models', 'served first')).toBe(false);
    expect(there('models', 'serves')).toBe(true);
    expect(there('models', 'fetched-and-never-finished.partial-1')).toBe(false);
  });

  it('goes back to the version before, and refuses one whose files are gone with a sentence that says so', async () => {
    const registry = new ModelRegistry(db);
    const gone = registry.activate(workspaceId, versions['served first']!, { type: 'system' });
    await expect(gone).rejects.toMatchObject({ code: 'MODEL_DROPPED' });
    await registry.rollback(workspaceId, { type: 'system' });
    const [active] = await registry.activeVersions(workspaceId);
    expect(active!.id).toBe(versions['went back to lately']);
  });

  it('ends sessions that expired, and no others', async () => {
    for (const sessions of [await db.contactSession.findMany(), await db.userSession.findMany()]) {
      expect(sessions).toHaveLength(1);
      expect(sessions[0]!.expiresAt.getTime()).toBeGreaterThan(Date.now());
    }
  });

  it('is logged, with how much of each', () => {
    expect(trainer.output()).toMatch(/2 model versions lost their files, 3 cached models removed/);
    expect(trainer.output()).toMatch(/1 training folders removed, 1 visitor sessions ended, 1 agent sessions ended/);
    expect(trainer.output()).toMatch(/1 events dropped/);
  });
});
