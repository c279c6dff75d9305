import { Queue } from 'bullmq';
import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, it } from 'vitest';
import { createRedis } from '#redis';
import { queuePrefix } from '#messaging';
import { atEnd } from '../support/at-end.js';
import { startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { waitFor } from '../support/wait-for.js';

let core: Awaited<ReturnType<typeof startCore>>;
let shop: Awaited<ReturnType<typeof core.workspace>>;
let queue: Queue;

beforeAll(async () => {
  core = await startCore(await freshEnvironment());
  shop = await core.workspace();
  const connection = createRedis();
  queue = new Queue('inference', { connection, prefix: queuePrefix() });
  atEnd(async () => {
    await queue.close();
    connection.disconnect();
  });
});

const jobs = async () => (await queue.getWaiting()).map(({ data }) => (data as { messageId: string }).messageId);
const rows = () => core.db.outbox.count();

it('gives every visitor message one job, and keeps no row', async () => {
  const visitor = await shop.contact();
  const ids: string[] = [];
  for (let i = 0; i < 5; i++) {
    const { id } = await core.contactMessages.send(visitor, { clientMessageId: uuidv7(), text: `message ${i}` });
    ids.push(id);
  }
  await waitFor(async () => (await jobs()).length === ids.length && (await rows()) === 0);
  expect((await jobs()).sort()).toEqual(ids.sort());
});

it('delivers the row of a process that died after its commit', async () => {
  const job = { workspaceId: shop.workspaceId, conversationId: uuidv7(), messageId: uuidv7() };
  const { workspaceId } = shop;
  await core.db.outbox.create({ data: { id: uuidv7(), workspaceId, topic: 'inference', payload: job } });
  await waitFor(async () => (await jobs()).includes(job.messageId) && (await rows()) === 0);
});
