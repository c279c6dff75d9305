/**
 * `npm run bench -- import [--json]`: 100,000 tickets of a help desk's export, from the parts that were uploaded to training examples, as
 * a trainer does it; beside it the time that only parsing the file takes. PostgreSQL runs on the same machine.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { uuidv7 } from 'uuidv7';
import { createDatabase, migrate } from '#database';
import { freePort, postgresReady, preparePostgres, spawnProgram, untilReady } from '#local-services';
import { seededRandom } from '#statistics';
import { openTable, readRows } from '#ticket-import';
import { addTickets, ImportStep, receivePart, TicketImports } from '#ticket-staging';
import { print } from './platform/figures.js';

const rows = 100_000;
const partBytes = 8 * 1024 * 1024;
const [mostSeconds, mostMb] = [60, 600];
const json = process.argv.includes('--json');

const folder = mkdtempSync(join(tmpdir(), 'baton-bench-'));
chmodSync(folder, 0o755); // PostgreSQL's own user must reach its folder
const service = await preparePostgres({
  directory: join(folder, 'postgres'),
  port: await freePort(),
  password: 'bench',
});
const server = spawnProgram(service.program, ['ignore', 'ignore', 'ignore']);
await untilReady(() => postgresReady(service.url), 60, 'PostgreSQL did not start.');
await migrate(service.url);
const db = createDatabase(service.url, 2);

/** Several messages of the demo shop a ticket, with what has to be masked between them. */
async function exported(): Promise<Buffer> {
  const { rows: tickets } = await readRows('apps/demo-shop/data/tickets.jsonl');
  const random = seededRandom(1);
  const any = () => tickets[Math.floor(random.next() * tickets.length)]!;
  const cells = Array.from({ length: rows }, (_, n) => {
    const { text, intent } = any();
    const more = Array.from({ length: 4 }, () => any().text);
    const body = `<p>${text}</p>${more.join('\n')}\nCase ${n} of mine.\nOrder ${100_000 + n}, jo.${n}@shop.example, +44 20 7946 0${100 + (n % 900)}`;
    return [String(n), 'Jo Lambert', text.slice(0, 40), body, intent, `Dear Jo, ${any().text}`];
  });
  return Buffer.from(stringify([['Id', 'Requester', 'Subject', 'Description', 'Category', 'Reply'], ...cells]));
}

/** What a process has had so far, as Linux tells: memory at most, MB; processor time, s, in ticks of a hundredth. */
function usageOf({ pid }: ChildProcess): { mb: number; processor: number } {
  const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ').slice(13, 15);
  return { mb: Number(kilobytes) / 1024, processor: (Number(user) + Number(system)) / 100 };
}

async function readInChild(importId: string): Promise<{ seconds: number; mb: number; processor: number }> {
  const began = performance.now();
  const child = fork(new URL('../apps/trainer/src/ticket-import/child-main.js', import.meta.url), [importId], {
    execArgv: ['--max-old-space-size=400'],
    env: { ...process.env, DATABASE_URL: service.url, REDIS_URL: 'redis://none', BATON_DATA_DIR: folder },
  });
  let used = { mb: 0, processor: 0 };
  const watching = setInterval(() => {
    const now = child.exitCode === null ? usageOf(child) : used;
    if (now.mb > 0) used = now; // a process that has ended has none
  }, 100);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(watching);
  if (code !== 0) throw new Error(`Reading ended with ${code}`);
  return { seconds: (performance.now() - began) / 1000, ...used };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

try {
  const content = await exported();
  const path = join(folder, 'export.csv');
  writeFileSync(path, content);
  const parsing = await timed(async () => {
    let read = 0;
    for await (const { line } of (await openTable(path)).rows) read = line;
    if (read <= rows) throw new Error(`Only ${read} lines were read`);
  });

  const imports = new TicketImports(db);
  const [workspaceId, userId] = [uuidv7(), uuidv7()];
  await db.workspace.create({ data: { id: workspaceId, name: 'Shop', slug: 'shop' } });
  const sha256 = createHash('sha256').update(content).digest('hex');
  const { id } = await imports.begin(
    { workspaceId, userId },
    { fileName: 'export.csv', bytes: content.length, sha256 },
  );
  const uploading = await timed(async () => {
    for (let offset = 0; offset < content.length; offset += partBytes) {
      const part = new Uint8Array(content.subarray(offset, offset + partBytes));
      await receivePart(db, workspaceId, id, offset, part);
    }
  });
  await imports.uploaded(workspaceId, id, 'other', { columns: [], rows: [], suggested: null, warning: null });
  await imports.read(workspaceId, id, { text: ['Subject', 'Description'], intent: 'Category', reply: 'Reply' });
  const reading = await readInChild(id);

  const { categories, report } = await imports.find(workspaceId, id);
  const names = (categories as { name: string }[]).map(({ name }) => name);
  const chosen = names.map((name) => ({ name, intent: name, outOfScope: false }));
  await imports.add({ workspaceId, userId }, id, { categories: chosen });
  const adding = await timed(async () => addTickets((await ImportStep.begin(db, id))!));

  const whole = reading.seconds + adding;
  print(
    'import',
    [
      { what: 'file', value: content.length / 1e6, unit: 'MB' },
      { what: 'rows taken', value: (report as { taken: number }).taken, unit: '' },
      { what: 'parsing alone', value: parsing, unit: 's' },
      { what: 'storing the parts', value: uploading, unit: 's' },
      { what: 'reading', value: reading.seconds, unit: 's' },
      { what: 'reading, processor time', value: reading.processor, unit: 's' },
      { what: 'adding', value: adding, unit: 's' },
      { what: 'reading and adding', value: whole, unit: 's', aim: `at most ${mostSeconds}` },
      { what: 'ratio to parsing', value: whole / parsing, unit: '' },
      { what: 'memory at most', value: reading.mb, unit: 'MB', aim: `at most ${mostMb}` },
    ],
    json,
  );
} finally {
  await db.$disconnect();
  const exit = once(server, 'exit');
  server.kill(service.program.stopSignal);
  await exit;
  rmSync(folder, { recursive: true, force: true });
}
