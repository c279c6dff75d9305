import { createHash, randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { io, type Socket } from 'socket.io-client';
import { uuidv7 } from 'uuidv7';
import { demoInboxKey } from '../../../prisma/seed.js';
import type { FaultCase, Scene } from '../fault-case.js';

const clock = (minutes: number) => ({
  NODE_OPTIONS: `--import ${pathToFileURL(resolve('test/support/skewed-clock.mjs')).href}`,
  CLOCK_SKEW_MS: String(minutes * 60_000),
});

/** A visitor's session straight in the database, so that no limit on new contacts stands in the way. */
async function newToken({ stack }: Scene): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const hash = createHash('sha256').update(token).digest('hex');
  await stack.db.$executeRaw`
    WITH contact AS (
      INSERT INTO contact (id, "workspaceId") SELECT gen_random_uuid(), "workspaceId" FROM inbox WHERE key = ${demoInboxKey}
      RETURNING id)
    INSERT INTO contact_session (id, "workspaceId", "contactId", "inboxId", "tokenHash", "expiresAt")
    SELECT gen_random_uuid(), "workspaceId", contact.id, inbox.id, ${hash}, now() + interval '1 hour'
    FROM contact, inbox WHERE key = ${demoInboxKey}`;
  return token;
}

async function connect({ stack }: Scene, token: string): Promise<Socket> {
  const socket = io(`${stack.url('gateway')}/visitor`, { auth: { token }, forceNew: true, transports: ['websocket'] });
  await new Promise<void>((done) => socket.once('connect', done));
  return socket;
}

/** The gateway, the clients' connections, and clocks. */
export const gatewayCases: FaultCase[] = [
  {
    name: 'gateway-killed-500-sockets',
    fault: 'kill -9 the gateway with 500 visitors connected',
    inject: async (scene) => {
      const tokens = await Promise.all(Array.from({ length: 480 }, () => newToken(scene)));
      const sockets = await Promise.all(tokens.map((token) => connect(scene, token)));
      scene.stack.process('gateway').signal('SIGKILL');
      await scene.lasting(3);
      await scene.stack.ready('gateway');
      for (const socket of sockets) socket.disconnect();
    },
  },
  {
    name: 'gateway-away-longer-than-lease',
    fault: 'one of two gateways stopped (SIGSTOP) for 12 s, the presence lease is 8 s',
    stack: { gateways: 2 },
    inject: async ({ stack, lasting }) => {
      stack.process('gateway').signal('SIGSTOP');
      await lasting(12);
      stack.process('gateway').signal('SIGCONT');
    },
  },
  {
    name: 'acks-lost',
    fault: 'visitors’ connections cut every 0.7 s for 10 s',
    throughProxy: true,
    short: true,
    inject: async ({ lasting }) => lasting(10), // run-case cuts the proxy of the visitors meanwhile
  },
  {
    name: 'same-send-100-times',
    fault: 'one message sent 100 times at once over ten sockets',
    inject: async (scene) => {
      const token = await newToken(scene);
      const sockets = await Promise.all(Array.from({ length: 10 }, () => connect(scene, token)));
      const clientMessageId = uuidv7();
      const message = { clientMessageId, text: 'What are your opening hours?' };
      const sends = Array.from({ length: 100 }, (_, i) =>
        sockets[i % sockets.length]!.timeout(10_000).emitWithAck('message:send', message),
      );
      const acks = (await Promise.all(sends)) as { ok: boolean }[];
      const acked = acks.every(({ ok }) => ok);
      scene.sent.push({ client: 'a hundredfold visitor', clientMessageId, acked });
      for (const socket of sockets) socket.disconnect();
    },
  },
  {
    name: 'slow-reader',
    fault: 'a visitor who asks for its history 150 times and reads nothing',
    inject: async (scene) => {
      const socket = await connect(scene, await newToken(scene));
      const transport = socket.io.engine.transport as unknown as { ws?: { _socket?: { pause(): void } } };
      transport.ws?._socket?.pause();
      for (let i = 0; i < 150; i++) socket.emit('sync', { lastSeq: 0 });
      await scene.lasting(5);
      socket.disconnect();
    },
  },
  {
    name: 'sigterm-under-load',
    fault: 'SIGTERM and start of every app, one after the other',
    inject: async ({ stack }) => {
      for (const name of ['gateway', 'inference-worker', 'escalation']) {
        await stack.process(name).stop();
        stack.process(name).start();
        await stack.ready(name);
      }
    },
  },
  {
    name: 'agent-gone-with-chats',
    fault: 'an agent’s laptop is closed for longer than the lease',
    inject: async ({ agents, lasting }) => {
      await agents[0]!.close();
      await lasting(12);
    },
  },
  {
    name: 'escalation-killed',
    fault: 'kill -9 the escalation service, twice',
    inject: async ({ stack, lasting }) => {
      for (let i = 0; i < 2; i++) {
        stack.process('escalation').signal('SIGKILL');
        await lasting(3);
      }
    },
  },
  {
    name: 'clock-gateway-plus-10min',
    fault: 'the gateway’s clock is 10 minutes ahead',
    stack: { envOf: { gateway: clock(10) } },
    inject: async ({ lasting }) => lasting(8),
  },
  {
    name: 'clock-gateway-minus-10min',
    fault: 'the gateway’s clock is 10 minutes behind',
    stack: { envOf: { gateway: clock(-10) } },
    inject: async ({ lasting }) => lasting(8),
  },
  {
    name: 'clock-workers-apart',
    fault: 'worker 10 minutes ahead, escalation 10 minutes behind',
    stack: { envOf: { 'inference-worker': clock(10), escalation: clock(-10) } },
    inject: async ({ lasting }) => lasting(8),
  },
];
