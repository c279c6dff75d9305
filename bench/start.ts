/**
 * From `npm start` to the first answer: `npm run bench -- start [--json]`. Seconds until the four lines and until a visitor
 * on a real socket has the bot's reply, with everything installed and built: on an empty data directory (which includes
 * creating the databases, seeding the demo and training its first model) and again on the same one.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { io, type Socket } from 'socket.io-client';
import { uuidv7 } from 'uuidv7';
import { visitorSession, type ServerToVisitor, type VisitorToServer } from '#contracts';
import { freePort } from '#local-services';
import { demoInboxKey } from '../prisma/seed.js';

const json = process.argv.includes('--json');
const question = 'Where is my order 1042?';

interface Row {
  start: string;
  readySeconds: number;
  firstReplySeconds: number;
}

async function measure(start: string, dataDir: string): Promise<Row> {
  const settings = ['PORT', 'INFERENCE_WORKER_PORT', 'ESCALATION_PORT', 'TRAINER_PORT', 'DEMO_SHOP_PORT'];
  const ports = await Promise.all(
    settings.map(async (name): Promise<[string, string]> => [name, String(await freePort())]),
  );
  const { PORT, DEMO_SHOP_PORT, ...others } = Object.fromEntries(ports);
  const started = performance.now();
  const seconds = () => Number(((performance.now() - started) / 1000).toFixed(1));
  const baton = spawn('npm', ['start'], {
    env: { ...process.env, ...others, PORT, DEMO_SHOP_PORT, BATON_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const exit = once(baton, 'exit');
  const interrupt = () => {
    if (baton.exitCode === null && baton.signalCode === null) process.kill(-baton.pid!, 'SIGINT'); // as Ctrl-C does: to npm and Baton at once
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupt);
  try {
    for await (const line of createInterface(baton.stdout)) if (line.startsWith('Data ')) break;
    const readySeconds = seconds();
    await firstReply(`http://localhost:${PORT}`, `http://localhost:${DEMO_SHOP_PORT}`);
    return { start, readySeconds, firstReplySeconds: seconds() };
  } finally {
    interrupt();
    await exit;
  }
}

async function firstReply(gateway: string, origin: string): Promise<void> {
  const response = await fetch(`${gateway}/api/visitor/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ inboxKey: demoInboxKey }),
  });
  const { token } = visitorSession.parse(await response.json());
  const socket: Socket<ServerToVisitor, VisitorToServer> = io(`${gateway}/visitor`, {
    auth: { token },
    extraHeaders: { origin },
    transports: ['websocket'],
  });
  const reply = new Promise<void>((resolve, reject) => {
    socket.on('message', ({ senderType }) => {
      if (senderType === 'bot') resolve();
      if (senderType === 'system') reject(new Error('The question went to people: the bot was not ready.'));
    });
  });
  await socket.timeout(5_000).emitWithAck('message:send', { clientMessageId: uuidv7(), text: question });
  await reply;
  socket.disconnect();
}

const folder = mkdtempSync(join(tmpdir(), 'baton-bench-start-'));
chmodSync(folder, 0o755); // for PostgreSQL's user, as in any ordinary folder
const rows: Row[] = [];
try {
  for (const start of ['on an empty data directory', 'again']) rows.push(await measure(start, folder));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (json) console.log(JSON.stringify({ rows }));
else console.table(rows);
