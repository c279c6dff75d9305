import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { createDatabase, migrate, type Database } from '#database';
import {
  freePort,
  password,
  postgresReady,
  preparePostgres,
  prepareRedis,
  redisReady,
  untilReady,
} from '#local-services';
import { seed } from '../../prisma/seed.js';
import { Process } from './process.js';

/** Five intents are learnt in a moment, and answer all that the load asks. */
const intents = ['order_status', 'return_item', 'delivery_time', 'store_hours', 'talk_to_human'];
export const secondInboxKey = 'second-inbox';
/** Nothing in a run has to survive a power cut; a killed server keeps what it acknowledged all the same. */
const settings = ['fsync=off', 'full_page_writes=off'];
const startSeconds = 30;
const trainSeconds = 180;

/** A PostgreSQL data folder to copy: the demo's workspace and a second one, with one trained model active in both. */
export interface PreparedShop {
  folder: string;
  postgresPassword: string;
}

/** A copy of the shop for one case, its server running. */
export async function startPostgres(shop: PreparedShop, folder: string): Promise<{ postgres: Process; url: string }> {
  execFileSync('cp', ['-aT', join(shop.folder, 'postgres'), join(folder, 'postgres')]); // with its owner, PostgreSQL's own user
  return runPostgres(join(folder, 'postgres'), shop.postgresPassword);
}

export async function startRedis(folder: string): Promise<{ redis: Process; url: string }> {
  const { program, url } = await prepareRedis({ directory: folder, port: await freePort(), password: password() });
  const redis = new Process(program);
  await untilReady(() => redisReady(url), startSeconds, 'Redis did not start.');
  return { redis, url };
}

/** Trains the shop's model, once for the whole suite. */
export async function prepareShop(folder: string): Promise<PreparedShop> {
  const postgresPassword = password();
  const { postgres, url } = await runPostgres(join(folder, 'postgres'), postgresPassword);
  const { redis, url: redisUrl } = await startRedis(join(folder, 'redis'));
  await migrate(url);
  await seed(url);
  const db = createDatabase(url, 2);
  const { id: workspaceId } = await db.workspace.findFirstOrThrow();
  await db.agentStatus.updateMany({ where: { workspaceId }, data: { takesChats: true } }); // three do, a supervisor among them
  const others = await db.intent.findMany({ where: { workspaceId, name: { notIn: intents } } });
  await db.trainingExample.deleteMany({ where: { intentId: { in: others.map(({ id }) => id) } } });
  await trainFirstModel(db, { DATABASE_URL: url, REDIS_URL: redisUrl, BATON_DATA_DIR: join(folder, 'data') });
  await addSecondShop(db, workspaceId);
  await db.$disconnect();
  await redis.stop();
  await postgres.stop();
  return { folder, postgresPassword };
}

async function runPostgres(directory: string, secret: string): Promise<{ postgres: Process; url: string }> {
  const { program, url } = await preparePostgres({ directory, port: await freePort(), password: secret, settings });
  const postgres = new Process(program);
  await untilReady(() => postgresReady(url), startSeconds, 'PostgreSQL did not start.');
  return { postgres, url };
}

async function trainFirstModel(db: Database, env: Record<string, string>): Promise<void> {
  const settings = { NODE_ENV: 'test', LOG_LEVEL: 'warn', BATON_BACKGROUND_TRAINING: 'false' };
  const trainer = new Process({
    name: 'trainer',
    file: process.execPath,
    args: ['--enable-source-maps', 'dist/apps/trainer/src/main.js'],
    stopSignal: 'SIGTERM',
    env: { ...settings, ...env, TRAINER_PORT: String(await freePort()) },
  });
  const activated = async () => {
    if ((await db.modelVersion.count({ where: { stage: 'active' } })) === 0) throw new Error(trainer.output);
  };
  await untilReady(activated, trainSeconds, 'No model was trained.');
  await trainer.stop();
}

/** A second shop in the same installation, with the first one's intents and model. */
async function addSecondShop(db: Database, first: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO workspace (id, name, slug) VALUES ('00000000-0000-7000-8000-000000000002', 'Second', 'second')`;
  await db.$executeRaw`
    INSERT INTO inbox (id, "workspaceId", name, key, greeting)
    SELECT gen_random_uuid(), id, name, ${secondInboxKey}, 'Hello' FROM workspace WHERE slug = 'second'`;
  await db.$executeRaw`
    WITH copied AS (
      INSERT INTO intent (id, "workspaceId", name, title, description, automate)
      SELECT gen_random_uuid(), second.id, name, title, description, automate
      FROM intent, (SELECT id FROM workspace WHERE slug = 'second') second WHERE "workspaceId" = ${first}::uuid
      RETURNING id, "workspaceId", name)
    INSERT INTO answer (id, "workspaceId", "intentId", locale, version, text, "approvedAt")
    SELECT gen_random_uuid(), copied."workspaceId", copied.id, locale, version, text, "approvedAt"
    FROM copied JOIN intent ON intent.name = copied.name AND intent."workspaceId" = ${first}::uuid
    JOIN answer ON answer."intentId" = intent.id`;
  await db.$executeRaw`
    INSERT INTO threshold_policy ("workspaceId") SELECT id FROM workspace WHERE slug = 'second'`;
  await db.$executeRaw`
    WITH copied AS (
      INSERT INTO model_version (id, "workspaceId", version, stage, method, checksum, "nExamples", metrics, gate, "activatedAt")
      SELECT gen_random_uuid(), second.id, version, stage, method, checksum, "nExamples", metrics, gate, "activatedAt"
      FROM model_version, (SELECT id FROM workspace WHERE slug = 'second') second
      WHERE "workspaceId" = ${first}::uuid AND stage = 'active' RETURNING id, "workspaceId", checksum)
    INSERT INTO model_artifact ("modelVersionId", path, "workspaceId", checksum, content)
    SELECT copied.id, path, copied."workspaceId", model_artifact.checksum, content FROM copied
    JOIN model_version original ON original.checksum = copied.checksum AND original."workspaceId" = ${first}::uuid
    JOIN model_artifact ON model_artifact."modelVersionId" = original.id`;
}
