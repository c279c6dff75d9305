import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { uuidv7 } from 'uuidv7';
import {
  webhookDelivery,
  webhookDeliveryPage,
  webhookList,
  webhookWithSecret,
  type WebhookDelivery,
  type WebhookEvent,
} from '#contracts';
import type { AgentActor, ContactActor } from '#conversation';
import { startApp } from '../support/app.js';
import { signIn } from '../support/clients.js';
import { startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { OpenApiDocument } from '../support/open-api-document.js';
import { waitFor } from '../support/wait-for.js';
import { startWebServer } from '../support/web-server.js';

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

let core: Awaited<ReturnType<typeof startCore>>;
let url: string;
let document: OpenApiDocument;
let receiver: string;
let shop: Awaited<ReturnType<typeof core.workspace>>;
let owner: AgentActor;
let cookie: string;
let contact: ContactActor;
let received: Received[];
let answer: (response: ServerResponse) => void;

beforeAll(async () => {
  const environment = { ...(await freshEnvironment()), ACTION_ALLOWED_NETWORKS: '127.0.0.1' };
  [core, { url }] = await Promise.all([
    startCore(environment),
    startApp('gateway', environment),
    startApp('escalation', environment),
  ]);
  document = await OpenApiDocument.load(url);
  receiver = await startWebServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      answer(response);
    });
  });
});

/** A shop of its own for each test, so that none hears of another's events. */
beforeEach(async () => {
  shop = await core.workspace();
  owner = await shop.agent('Olive', 'owner');
  cookie = await signIn(url, core.db, owner);
  contact = await shop.contact();
  received = [];
  answer = (response) => void response.end('Thanks');
});

async function ask(method: string, path: string, body?: object): Promise<unknown> {
  const headers = { cookie, ...(body && { 'content-type': 'application/json' }) };
  const response = await fetch(`${url}/api/webhooks${path}`, { method, headers, body: body && JSON.stringify(body) });
  expect([path, response.ok]).toEqual([path, true]);
  return response.json();
}
const subscribe = async (events: WebhookEvent[], address = receiver) =>
  webhookWithSecret.parse(await ask('POST', '', { url: address, events }));
const log = async (id: string) => webhookDeliveryPage.parse(await ask('GET', `/${id}/deliveries`)).items;
const webhook = async (id: string) => webhookList.parse(await ask('GET', '')).webhooks.find((one) => one.id === id)!;
const say = (text: string) => core.contactMessages.send(contact, { clientMessageId: uuidv7(), text });
const settled = (id: string, is: (delivery: WebhookDelivery) => boolean) =>
  waitFor(async () => (await log(id)).find(is));
/** Nobody waits for the time of a retry: it is now. */
const dueNow = (deliveryId: string) =>
  core.db
    .$executeRaw`UPDATE webhook_delivery SET "nextAttemptAt" = now() - interval '1 minute' WHERE id = ${deliveryId}::uuid`;

it('tells what happens, signed, and each as documented', async () => {
  const { webhook: other } = await subscribe(['model.activated']);
  const { webhook: made, secret } = await subscribe([
    ...(['conversation.created', 'message.created', 'conversation.handed_off', 'conversation.assigned'] as const),
    'conversation.resolved',
  ]);
  const { conversationId } = await say('Where is my order?');
  await core.contactMessages.requestHuman(contact, uuidv7());
  const { owner: now } = await core.handoff.takeOver(owner, conversationId);
  await core.agentMessages.reply(owner, { conversationId, clientMessageId: uuidv7(), text: 'Tomorrow.' });
  await core.resolutions.resolve(owner, { conversationId, ownerEpoch: now.epoch, intent: null, outOfScope: false });
  await waitFor(() => received.length >= 6);

  const events = received.map(({ headers, body }) => {
    const event = new Webhook(secret).verify(body, headers as Record<string, string>) as { type: WebhookEvent };
    expect(document.webhookMismatches(event.type, event)).toEqual([]);
    return event.type;
  });
  expect(events.sort()).toEqual([
    ...['conversation.assigned', 'conversation.created', 'conversation.handed_off', 'conversation.resolved'],
    ...['message.created', 'message.created'],
  ]);
  await waitFor(async () => (await log(made.id)).every(({ status }) => status === 'delivered'));
  expect(await log(other.id)).toEqual([]);
});

it('tries again what failed, the same bytes under the same id, and keeps a log of it', async () => {
  answer = (response) => void response.writeHead(503).end('Not now. '.repeat(1000));
  const { webhook: made } = await subscribe(['message.created']);
  await say('Hello');
  const { id } = await settled(made.id, ({ attempts }) => attempts.length === 1);
  expect((await webhook(made.id)).failingSince).not.toBeNull();
  answer = (response) => void response.end('Thanks');
  await dueNow(id);
  const delivery = await settled(made.id, ({ status }) => status === 'delivered');
  expect(delivery.attempts.map(({ status, responseBody }) => [status, responseBody.length])).toEqual([
    [200, 6],
    [503, 1000],
  ]);
  expect(received.map(({ headers, body }) => [headers['webhook-id'], body])).toEqual([
    [id, delivery.body],
    [id, delivery.body],
  ]);
  expect((await webhook(made.id)).failingSince).toBeNull();
});

it('follows no redirect to a private address, nor one that would lose the body', async () => {
  let redirects: [number, string] = [307, 'http://127.0.0.2/'];
  answer = (response) => void response.writeHead(redirects[0], { location: redirects[1] }).end();
  const { webhook: made } = await subscribe(['message.created']);
  await say('Hello');
  const { id, attempts } = await settled(made.id, (delivery) => delivery.attempts.length === 1);
  expect(attempts[0]).toMatchObject({ status: null, problem: 'address_refused' });
  redirects = [302, receiver];
  await dueNow(id);
  const again = await settled(made.id, (delivery) => delivery.attempts.length === 2);
  expect(again.attempts[0]).toMatchObject({ status: null, problem: 'redirects' });
});

it('calls no private address itself', async () => {
  const { webhook: made } = await subscribe(['message.created'], 'http://[::ffff:10.0.0.1]/hook');
  await say('Hello');
  const { attempts } = await settled(made.id, (delivery) => delivery.attempts.length === 1);
  expect(attempts[0]).toMatchObject({ status: null, problem: 'address_refused' });
});

it('is tested and replayed by a button; after a rotation both secrets sign', async () => {
  const { webhook: made, secret: former } = await subscribe(['message.created']);
  const { id } = webhookDelivery.parse(await ask('POST', `/${made.id}/test`));
  await settled(made.id, ({ status }) => status === 'delivered');
  const { secret } = webhookWithSecret.parse(await ask('POST', `/${made.id}/rotate`));
  await ask('POST', `/${made.id}/deliveries/${id}/replay`);
  await settled(made.id, ({ attempts }) => attempts.length === 2);
  const [first, second] = received;
  expect(second!.body).toBe(first!.body);
  expect(document.webhookMismatches('webhook.test', JSON.parse(first!.body))).toEqual([]);
  for (const one of [former, secret]) {
    new Webhook(one).verify(second!.body, second!.headers as Record<string, string>);
  }
});

it('is disabled when its receiver is gone, or has failed for days; what was on its way is given up', async () => {
  answer = (response) => void response.writeHead(410).end();
  const { webhook: gone } = await subscribe(['message.created']);
  await say('Hello');
  await waitFor(async () => (await webhook(gone.id)).disabledReason === 'gone');

  answer = (response) => void response.writeHead(500).end();
  const { webhook: failing } = await subscribe(['message.created']);
  await core.db
    .$executeRaw`UPDATE webhook SET "failingSince" = now() - interval '6 days' WHERE id = ${failing.id}::uuid`;
  await say('Hello again');
  await waitFor(async () => (await webhook(failing.id)).disabledReason === 'failing');
  expect(await log(failing.id)).toMatchObject([{ status: 'failed', nextAttemptAt: null }]);
  const audit = await core.db.auditEvent.findMany({ where: { subjectId: failing.id }, orderBy: { id: 'asc' } });
  expect(audit.map(({ actorType, action }) => [actorType, action])).toEqual([
    ['user', 'webhook.created'],
    ['system', 'webhook.disabled'],
  ]);
  const before = (await log(failing.id)).length;
  await say('Nobody hears this');
  expect(await log(failing.id)).toHaveLength(before);
});
