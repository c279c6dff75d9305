import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { agentEvents, errorBody, visitorEvents, type Ack } from '#contracts';
import { createDatabase, type Database } from '#database';
import { startApp, type RunningApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { connectAgent, connectVisitor, signIn, visitorToken, type UntypedSocket } from '../support/clients.js';
import { createWorkspace } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { hostileInput, hostileJson, hostileText } from '../support/hostile-input.js';

/** `SEED=… npx vitest run …` repeats a run that failed. */
const seed = Number(process.env['SEED'] ?? 1);
const inputs = { visitor: 1300, agent: 2300, rest: 1400 };
/** One visitor or agent may send no more before it is told to slow down. */
const perSocket = 190;
const patienceMs = 60_000;

type Case = { what: string; input: string };
interface Operation {
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: Parameters<typeof hostileInput>[0] }> };
}

let db: Database;
let gateway: RunningApp;
let shop: Awaited<ReturnType<typeof createWorkspace>>;
/** Of conversations, messages, intents and people, in this workspace and in another. */
let ids: string[];

beforeAll(async () => {
  const environment = await freshEnvironment();
  db = createDatabase(environment.DATABASE_URL, 2);
  atEnd(() => db.$disconnect());
  gateway = await startApp('gateway', environment);
  const foreign = await createWorkspace(db);
  shop = await createWorkspace(db);
  ids = [foreign.intentId, foreign.inboxId, shop.intentId];
  for (const { inboxId } of [foreign, shop, shop, shop, shop]) {
    const visitor = await connectVisitor(gateway.url, await visitorToken(gateway.url, inboxId));
    const ack = await visitor.emitWithAck('human:request', { clientMessageId: uuidv7() });
    if (ack.ok) ids.push(ack.data.conversationId, ack.data.id);
  }
});

const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number): T[] => fc.sample(arbitrary, { numRuns, seed });

/** Fails with everything that is needed to see one wrong answer again. */
function expectNone(wrong: (Case & { answer: unknown })[]): void {
  const shown = wrong.slice(0, 5).map(({ what, input, answer }) => ({ what, input: input.slice(0, 500), answer }));
  expect(shown, `seed ${seed}, ${wrong.length} wrong answers`).toEqual([]);
}

describe.each([
  ['visitor', visitorEvents, async () => connectVisitor(gateway.url, await visitorToken(gateway.url, shop.inboxId))],
  ['agent', agentEvents, async () => connectAgent(gateway.url, await signIn(gateway.url, db, await shop.agent('Ada')))],
] as const)('events of one %s', (who, events, connect) => {
  it('are answered by a result or a clear error, whatever they carry', async () => {
    const event = fc.oneof(
      ...Object.entries<z.ZodType>(events).map(([name, schema]) =>
        hostileInput(schema, ids).map((payload) => ({ name, payload })),
      ),
    );
    const all = sample(event, inputs[who]);
    const wrong: (Case & { answer: unknown })[] = [];
    for (let start = 0; start < all.length; start += perSocket) {
      const socket = (await connect()) as unknown as UntypedSocket;
      const answers = all.slice(start, start + perSocket).map(async ({ name, payload }) => {
        const answer = await socket
          .timeout(patienceMs)
          .emitWithAck(name, payload)
          .then((ack: Ack<unknown>) => (ack.ok ? 'ok' : ack.error.code))
          .catch((error: Error) => error.message);
        if (['ok', 'BAD_PAYLOAD', 'TEXT_EMPTY', 'TEXT_TOO_LONG'].includes(answer)) return;
        if (
          [
            'CONVERSATION_UNKNOWN',
            'INTENT_UNKNOWN',
            'NOT_OWNER',
            'OWNER_CHANGED',
            'RATING_CLOSED',
            'ATTACHMENT_GONE',
            'CLOSING_PAST_UNDO',
          ].includes(answer)
        )
          return;
        if (['OFFER_GONE', 'ALREADY_RESOLVED', 'TRANSITION_NOT_ALLOWED', 'RATE_LIMITED'].includes(answer)) return;
        wrong.push({ what: name, input: JSON.stringify(payload) ?? 'undefined', answer });
      });
      await Promise.all(answers);
      socket.disconnect();
    }
    expectNone(wrong);
  });
});

/** A part of an API's document, its references resolved. */
function whole(part: unknown, components: Record<string, unknown>): unknown {
  if (Array.isArray(part)) return part.map((each) => whole(each, components));
  if (typeof part !== 'object' || part === null) return part;
  if ('$ref' in part) return whole(components[(part.$ref as string).split('/').at(-1)!], components);
  return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, whole(each, components)]));
}

describe('the REST API', () => {
  it('answers every route by a result or a clear error, whatever it is sent', async () => {
    const docs = (await (await fetch(`${gateway.url}/api/docs-json`)).json()) as {
      paths: Record<string, Record<string, Operation>>;
      components: { schemas: Record<string, unknown> };
    };
    const cookies = await Promise.all(
      [1, 2].map(async () => signIn(gateway.url, db, await shop.agent('Kim', 'admin'))),
    );
    const routes = Object.entries(docs.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
    );
    expect(routes.length).toBeGreaterThan(10);
    // Those that take a body have more to go wrong.
    const route = fc.constantFrom(...routes, ...routes.filter(({ operation }) => operation.requestBody));
    const calls = route.chain(({ path, method, operation }) => {
      const schema = operation.requestBody?.content['application/json']?.schema;
      const body = schema && (whole(schema, docs.components.schemas) as typeof schema);
      return fc.record({
        method: fc.constant(method),
        path: fc
          .oneof(fc.constantFrom(...ids, '%00', '%E0%A4%A', '..%2f..%2f', '%ff'), hostileText.map(encoded))
          .map((id) => path.replace(/\{\w+\}/, id)),
        query: fc.oneof(
          fc.constant(''),
          hostileText.map((text) => `?a=${encoded(text)}&a[__proto__]=1`),
        ),
        body:
          body && method !== 'GET' ? hostileJson(hostileInput(body, [shop.inboxId, ...ids])) : fc.constant(undefined),
        cookie: fc.oneof(
          // Signing out ends a session of its own, so that the other goes on.
          { weight: 5, arbitrary: fc.constant(path.endsWith('logout') ? cookies[1]! : cookies[0]!) },
          { weight: 1, arbitrary: fc.constantFrom('', 'baton_session=%00', 'baton_session=j:{"a":1}', '=;=;') },
        ),
      });
    });
    const wrong: (Case & { answer: unknown })[] = [];
    const queue = sample(calls, inputs.rest);
    const worker = async () => {
      for (let call = queue.pop(); call; call = queue.pop()) {
        const { method, path, query, body, cookie } = call;
        const headers = { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
        const response = await fetch(gateway.url + path + query, { method, headers, body });
        const text = await response.text();
        // 431: the address is longer than Node's HTTP parser takes, and never reaches a route.
        const clear = response.status < 400 || response.status === 431 || errorBody.safeParse(parsed(text)).success;
        if (response.status >= 500 || !clear)
          wrong.push({ what: `${method} ${path}${query}`, input: body ?? '', answer: [response.status, text] });
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    expectNone(wrong);
  });

  function encoded(text: string): string {
    return encodeURIComponent(text.slice(0, 2000).toWellFormed());
  }

  function parsed(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  }
});

it('all of it leaves the gateway alive, without an unexpected error, and no row half written', async () => {
  expect((await fetch(`${gateway.url}/health/live`)).status).toBe(200);
  expect(gateway.output()).not.toContain('unexpected error');
  expect(await db.message.count()).toBeGreaterThan(30); // it was not all refused at the door
  const broken = await db.$queryRaw`
    SELECT c.id, 'seqs' AS what FROM conversation c LEFT JOIN message m ON m."conversationId" = c.id
      GROUP BY c.id HAVING count(m.id) <> c."nextSeq" - 1 OR coalesce(max(m.seq), 0) <> c."nextSeq" - 1
    UNION ALL SELECT c.id, 'queue' FROM conversation c LEFT JOIN queue_entry entry ON entry."conversationId" = c.id
      WHERE (c."ownerType" = 'queue') <> (entry."conversationId" IS NOT NULL)
    UNION ALL SELECT c.id, 'owner' FROM conversation c WHERE (c."ownerType" = 'agent') <> (c."ownerId" IS NOT NULL)
    UNION ALL SELECT c.id, 'assignment' FROM conversation c WHERE c."ownerType" = 'agent' AND (
      SELECT count(*) FROM assignment a WHERE a."conversationId" = c.id AND a.status = 'accepted' AND a."agentId" = c."ownerId") <> 1
    UNION ALL SELECT r.id, 'transcript' FROM resolution r WHERE NOT EXISTS (SELECT FROM transcript t WHERE t."resolutionId" = r.id)
    UNION ALL SELECT m.id, 'job' FROM message m JOIN conversation c ON c.id = m."conversationId"
      WHERE m."awaitingDecision" AND c."ownerType" <> 'bot'
    UNION ALL SELECT c.id, 'contact' FROM contact c
      WHERE NOT EXISTS (SELECT FROM contact_session s WHERE s."contactId" = c.id)`;
  expect(broken, `seed ${seed}`).toEqual([]);
});
