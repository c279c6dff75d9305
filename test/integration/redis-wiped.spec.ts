import { Redis } from 'ioredis';
import { uuidv7 } from 'uuidv7';
import { expect, it } from 'vitest';
import { createQueues, keepSchedule } from '#messaging';
import { startApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { startRedis } from '../support/own-server.js';
import { waitFor } from '../support/wait-for.js';

it('a wiped Redis gets its schedules back, and a waiting message its job before it would go to people', async () => {
  const redis = await startRedis();
  const environment = { ...(await freshEnvironment()), REDIS_URL: redis.url, DECISION_DEADLINE_SECONDS: '600' };
  const core = await startCore(environment);
  await Promise.all([startApp('escalation', environment), startApp('trainer', environment)]);
  const connection = new Redis(redis.url);
  const queues = createQueues(connection);
  atEnd(async () => {
    await Promise.all(Object.values(queues).map((queue) => queue.close()));
    connection.disconnect();
  });
  const shop = await core.workspace();
  const { workspaceId } = shop;
  const nightly = { cron: '0 3 * * *', timeZone: 'Europe/Berlin', enabled: true };
  await core.db.trainingSchedule.create({ data: { workspaceId, ...nightly } });
  const receipt = await core.contactMessages.send(await shop.contact(), { clientMessageId: uuidv7(), text: 'Hello?' });
  const written = async () => {
    const sweep = await queues.escalation.getJobScheduler('sweep');
    const training = await queues.training.getJobScheduler(`schedule-${workspaceId}`);
    return sweep && training && { every: sweep.every, pattern: training.pattern, tz: training.tz };
  };
  const job = () => queues.inference.getJob(receipt.id); // no worker runs: it waits

  const before = await waitFor(written);
  expect(before).toEqual({ every: 1000, pattern: nightly.cron, tz: nightly.timeZone });
  await waitFor(job);

  await connection.flushall();
  expect((await waitFor(job)).data).toMatchObject({ messageId: receipt.id });
  expect(await waitFor(written, 90)).toEqual(before);
  const { status } = await core.db.conversation.findUniqueOrThrow({ where: { id: receipt.conversationId } });
  expect(status).toBe('bot');
  const next = (await queues.escalation.getJobScheduler('sweep'))!.next!;
  await waitFor(async () => (await queues.escalation.getJobScheduler('sweep'))!.next! > next); // it goes round again

  // A schedule that stands keeps its turn; one whose next job alone was lost comes round again.
  const schedule = () => queues.training.getJobScheduler('yearly');
  const yearly = () =>
    keepSchedule(queues.training, 'yearly', { pattern: '0 0 1 1 *', tz: 'UTC' }, { name: 'x', data: {} });
  await yearly();
  const turn = (await schedule())!.next!;
  const turnJob = () => queues.training.getJob(`repeat:yearly:${turn}`);
  const madeAt = (await turnJob())!.timestamp;
  await yearly();
  expect((await turnJob())!.timestamp).toBe(madeAt);
  const keys = await connection.keys(`*:training:repeat:yearly:${turn}`);
  await connection.del(...keys);
  await yearly();
  expect((await schedule())!.next).toBe(turn);
  expect(await turnJob()).toBeDefined();
});
