import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import { ModelArtifacts } from '#model-artifacts';
import { ModelRegistry } from '#model-registry';
import { trainHead } from '#slm';
import { readRows } from '#ticket-import';
import { startApp, type RunningApp } from '../support/app.js';
import { startCore } from '../support/core.js';
import { freshEnvironment, type TestEnvironment } from '../support/environment.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { waitFor } from '../support/wait-for.js';

const question = 'How do I send back the jumper I bought?';
const intents = ['order_status', 'return_item', 'delivery_time', 'store_hours', 'talk_to_human'];

let environment: TestEnvironment;
let core: Awaited<ReturnType<typeof startCore>>;
let artifacts: ModelArtifacts;
let registry: ModelRegistry;
let worker: RunningApp;
let modelDir: string;
let shops: Shop[];

type Shop = Awaited<ReturnType<typeof shopWithModel>>;

/** A workspace whose model, the same for all, answers `question`; damaged: its files are not what its checksum says. */
async function shopWithModel(damaged = false) {
  const workspace = await core.workspace();
  const { workspaceId } = workspace;
  const intent = { id: uuidv7(), workspaceId, name: 'return_item', title: 'Return an item' };
  await core.db.intent.create({ data: intent });
  const answer = { id: uuidv7(), workspaceId, intentId: intent.id, locale: 'en', version: 1, text: 'Within 30 days.' };
  await core.db.answer.create({ data: answer });
  return { ...workspace, versionId: await activateNew(workspaceId, damaged) };
}

async function activateNew(workspaceId: string, damaged = false): Promise<string> {
  const { id, version } = await artifacts.register(modelDir, {
    ...{ workspaceId, method: 'head' as const, nExamples: 1, metrics: null, gate: [], outcomes: [] },
    ...{ limitTable: [], parentId: null, snapshotId: uuidv7() },
  });
  const checksum = `damaged-${version}`;
  if (damaged) await core.db.modelVersion.update({ where: { id }, data: { checksum } });
  await registry.activate(workspaceId, id, { type: 'system' });
  return id;
}

/** Loaded before each app by the launcher, and by what the app forks: a model's process that waited for its folder once ended by it. */
const followsLauncher = `--import ${pathToFileURL(resolve('dist/apps/launcher/src/follow-launcher.js')).href}`;
const start = () => startApp('inference-worker', { ...environment, LOG_LEVEL: 'info', NODE_OPTIONS: followsLauncher });

/** Processes that a shop's model has had in this worker so far. */
function processes({ workspaceId }: Shop): number[] {
  const live = new RegExp(`of workspace ${workspaceId} is live in process (\\d+)`, 'g');
  return [...worker.output().matchAll(live)].map(([, pid]) => Number(pid));
}

async function send(shop: Awaited<ReturnType<typeof core.workspace>>, text = question): Promise<string> {
  return (await core.contactMessages.send(await shop.contact(), { clientMessageId: uuidv7(), text })).id;
}
const sendMany = (shop: Shop, n: number) => Promise.all(Array.from({ length: n }, () => send(shop)));

const decided = (ids: string[]) => core.db.decision.count({ where: { messageId: { in: ids } } });

/** What became of messages, once all are decided: how many were answered, how many are with people. */
async function outcomes(ids: string[]): Promise<{ answered: number; handedOver: number }> {
  await waitFor(async () => (await decided(ids)) === ids.length, 100);
  const handedOver = await core.db.decision.count({ where: { messageId: { in: ids }, kind: 'escalate' } });
  return { answered: ids.length - handedOver, handedOver };
}

beforeAll(async () => {
  environment = { ...(await freshEnvironment()), DECISION_DEADLINE_SECONDS: '60' };
  core = await startCore(environment);
  artifacts = new ModelArtifacts(core.db);
  registry = new ModelRegistry(core.db);
  modelDir = join(temporaryFolder(), 'model');
  const { rows } = await readRows('apps/demo-shop/data/tickets.jsonl');
  const taught = intents.flatMap((name) => rows.filter(({ intent }) => intent === name).slice(0, 30));
  await trainHead({ rows: taught, outDir: modelDir });
  shops = [];
  for (let i = 0; i < 5; i++) shops.push(await shopWithModel());
  await startApp('escalation', environment);
  worker = await start();
});

describe('nobody is handed over', () => {
  it('when the worker is paused for longer than a hang may last', async () => {
    const ids = await sendMany(shops[0]!, 20);
    worker.signal('SIGSTOP');
    ids.push(...(await sendMany(shops[0]!, 20)));
    await pause(6000); // the fault itself
    worker.signal('SIGCONT');
    expect(await outcomes(ids)).toEqual({ answered: 40, handedOver: 0 });
    expect(processes(shops[0]!)).toHaveLength(1);
  });

  it("when a model's process is killed, again and again", async () => {
    const [shop] = shops as [Shop];
    const ids: string[] = [];
    for (let kills = 1; kills <= 3; kills++) {
      ids.push(...(await sendMany(shop, 20)));
      process.kill(processes(shop).at(-1)!, 'SIGKILL');
      await waitFor(() => processes(shop).length === kills + 1);
    }
    expect(await outcomes(ids)).toEqual({ answered: 60, handedOver: 0 });
  });

  it('when a worker with several workspaces is killed and starts again', async () => {
    const before = await Promise.all(shops.map((shop) => sendMany(shop, 8)));
    const pids = shops.map((shop) => processes(shop).at(-1)!);
    await worker.stop('SIGKILL');
    await waitFor(() => pids.every(isGone));
    const between = await Promise.all(shops.map((shop) => sendMany(shop, 8)));
    worker = await start();
    expect(await outcomes([...before, ...between].flat())).toEqual({ answered: 80, handedOver: 0 });
  });

  it('when no version of the workspace is live yet: its messages wait, and take no place of others', async () => {
    const shop = await shopWithModel(true);
    await waitFor(() => worker.output().includes(`of workspace ${shop.workspaceId} is not served`));
    const waiting = await sendMany(shop, 60);
    expect(await outcomes(await sendMany(shops[0]!, 20))).toEqual({ answered: 20, handedOver: 0 });
    expect(await decided(waiting)).toBe(0);
    await activateNew(shop.workspaceId);
    expect(await outcomes(waiting)).toEqual({ answered: 60, handedOver: 0 });
  });
});

describe('one message alone is handed over', () => {
  it('at which the model hangs', async () => {
    const [shop] = shops as [Shop];
    let hangs = 0;
    // Where the process is stopped between two messages, it hangs over none; sooner or later it is stopped at work.
    await waitFor(async () => {
      const before = processes(shop);
      const ids = await sendMany(shop, 20);
      await waitFor(async () => (await decided(ids)) > 0);
      process.kill(before.at(-1)!, 'SIGSTOP');
      await waitFor(() => processes(shop).length === before.length + 1);
      const { handedOver } = await outcomes(ids);
      expect(handedOver).toBeLessThanOrEqual(1);
      hangs += handedOver;
      return hangs > 0;
    }, 90);
    expect(worker.output()).toContain('hung and was killed');
  });

  it('when its workspace has no bot: at once', async () => {
    const shop = await core.workspace();
    expect(await outcomes([await send(shop)])).toEqual({ answered: 0, handedOver: 1 });
  });
});

describe('an active version that cannot be loaded after a restart', () => {
  it('is replaced by the one that was active before it, which health and metrics tell, until one can be loaded', async () => {
    const [, shop] = shops as [Shop, Shop];
    const pids = shops.map((other) => processes(other).at(-1)!);
    await worker.stop();
    await waitFor(() => pids.every(isGone));
    await activateNew(shop.workspaceId, true);
    worker = await start();
    const health = async () => (await (await fetch(`${worker.url}/health/ready`)).json()) as object;
    const metrics = async () => (await fetch(`${worker.url}/metrics`)).text();
    const fallback = `baton_model_fallback{workspace="${shop.workspaceId}"}`;
    const id = await send(shop);
    expect(await outcomes([id])).toEqual({ answered: 1, handedOver: 0 });
    expect(await core.db.decision.findUnique({ where: { messageId: id } })).toMatchObject({
      modelVersionId: shop.versionId,
    });
    expect(await health()).toEqual({ status: 'ok', failing: [], degraded: ['model'] });
    await waitFor(async () => (await metrics()).includes(`${fallback} 1`));
    expect(worker.output()).toContain(`Version 1 serves workspace ${shop.workspaceId} in place of version 2`);

    await activateNew(shop.workspaceId);
    await waitFor(async () => (await metrics()).includes(`${fallback} 0`));
    expect(await health()).toEqual({ status: 'ok', failing: [], degraded: [] });
  });
});

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}
