import { readFile } from 'node:fs/promises';
import { hash } from '@node-rs/argon2';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { actionSettings, answerCondition } from '#contracts';
import { createDatabase, type Database, type UserRole } from '#database';

const demoData = 'apps/demo-shop/data';
/** The demo's only password. It is public, so the seed refuses to run in production. */
export const demoPassword = 'fernhill-demo';
export const demoInboxKey = 'demo-fernhill-inbox';

export const demoPeople: { name: string; email: string; role: UserRole }[] = [
  { name: 'Alex Moreau', email: 'alex@fernhill.example', role: 'agent' },
  { name: 'Sam Okafor', email: 'sam@fernhill.example', role: 'agent' },
  { name: 'Robin Hale', email: 'robin@fernhill.example', role: 'supervisor' },
  { name: 'Ada Lindqvist', email: 'admin@fernhill.example', role: 'admin' },
  { name: 'Noor Fern', email: 'owner@fernhill.example', role: 'owner' },
];

const demoAnswer = z.object({
  locale: z.string(),
  text: z.string(),
  conditions: z.array(answerCondition).default([]),
  /** Its name. */
  action: z.string().optional(),
});
const intentFile = z.array(
  z.object({
    name: z.string(),
    title: z.string(),
    description: z.string(),
    automate: z.boolean(),
    answer: demoAnswer,
    /** A version that nobody has approved yet. */
    draft: demoAnswer.optional(),
  }),
);
/** Addresses are paths of the demo shop. */
const actionFile = z.array(
  actionSettings.extend({
    timeoutMs: z.number().default(3000),
    body: z.string().default(''),
    headerName: z.string().default(''),
  }),
);
const ticketRow = z.object({ text: z.string(), intent: z.string(), oos: z.boolean().default(false) });

/**
 * The demo shop's workspace. Runs again without harm: the shop's address follows `demoShopPort` and
 * `demoShopHost` (where inference workers reach it), and what people changed
 * since (users, intents, answers, examples) stays as it is.
 */
export async function seed(
  databaseUrl: string,
  { demoShopPort = 3100, demoShopHost = 'localhost', production = false } = {},
): Promise<void> {
  if (production) throw new Error('The demo has public passwords: it is not for NODE_ENV=production.');
  const db = createDatabase(databaseUrl, 2);
  try {
    const workspaceId = await seedWorkspace(db, demoShopPort);
    await seedPeople(db, workspaceId);
    await seedActions(db, workspaceId, `http://${demoShopHost}:${demoShopPort}`);
    await seedIntents(db, workspaceId);
    await seedSettings(db, workspaceId);
    await seedExamples(db, workspaceId); // last: with them the trainer, which may run already, finds something to do
  } finally {
    await db.$disconnect();
  }
}

async function seedWorkspace(db: Database, port: number): Promise<string> {
  const { id: workspaceId } = await db.workspace.upsert({
    where: { slug: 'fernhill' },
    create: { id: uuidv7(), name: 'Fernhill', slug: 'fernhill' },
    update: {},
  });
  const allowedOrigins = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  const greeting = 'Hi! Ask about orders, returns or anything in the shop. A person is one click away.';
  await db.inbox.upsert({
    where: { key: demoInboxKey },
    create: { id: uuidv7(), workspaceId, name: 'Fernhill', key: demoInboxKey, allowedOrigins, greeting },
    update: { allowedOrigins },
  });
  return workspaceId;
}

async function seedPeople(db: Database, workspaceId: string): Promise<void> {
  const known = await db.user.findMany({ where: { email: { in: demoPeople.map(({ email }) => email) } } });
  const missing = demoPeople.filter(({ email }) => !known.some((user) => user.email === email));
  if (missing.length === 0) return;
  const passwordHash = await hash(demoPassword);
  const users = missing.map((person) => ({ id: uuidv7(), workspaceId, passwordHash, ...person }));
  await db.$transaction([
    db.user.createMany({ data: users }),
    db.agentStatus.createMany({
      data: users.map(({ id: userId, role }) => ({ userId, workspaceId, takesChats: role === 'agent' })),
    }),
  ]);
}

async function seedActions(db: Database, workspaceId: string, shopUrl: string): Promise<void> {
  const actions = actionFile.parse(JSON.parse(await readFile(`${demoData}/actions.json`, 'utf8')));
  for (const { name, url: path, ...settings } of actions) {
    const url = `${shopUrl}${path}`;
    await db.action.upsert({
      where: { workspaceId_name: { workspaceId, name } },
      create: { id: uuidv7(), workspaceId, name, url, ...settings },
      update: { url },
    });
  }
}

async function seedIntents(db: Database, workspaceId: string): Promise<void> {
  const intents = intentFile.parse(JSON.parse(await readFile(`${demoData}/intents.json`, 'utf8')));
  const known = await db.intent.findMany({ where: { workspaceId }, select: { name: true } });
  const missing = intents
    .filter((intent) => !known.some(({ name }) => name === intent.name))
    .map((intent) => ({ id: uuidv7(), ...intent }));
  const actions = await db.action.findMany({ where: { workspaceId }, select: { id: true, name: true } });
  const actionId = (wanted?: string) => actions.find(({ name }) => name === wanted)?.id ?? null;
  const answers = missing.flatMap(({ id: intentId, answer, draft }) =>
    [answer, ...(draft ? [draft] : [])].map(({ action, ...words }, i) => ({
      ...{ id: uuidv7(), workspaceId, intentId, version: i + 1, ...words, actionId: actionId(action) },
      ...(i > 0 && { approvedAt: null }),
    })),
  );
  await db.$transaction([
    db.intent.createMany({
      data: missing.map(({ answer: _, draft: __, ...intent }) => ({ workspaceId, ...intent })),
    }),
    db.answer.createMany({ data: answers }),
  ]);
}

/** Only the first time: examples that people removed must not come back. */
async function seedExamples(db: Database, workspaceId: string): Promise<void> {
  if ((await db.trainingExample.count({ where: { workspaceId, source: 'import' } })) > 0) return;
  const intents = await db.intent.findMany({ where: { workspaceId }, select: { id: true, name: true } });
  const idOf = new Map(intents.map(({ id, name }) => [name, id]));
  const data = (await demoTickets()).map(({ text, intent, oos }) => {
    const intentId = oos ? null : idOf.get(intent);
    if (intentId === undefined) throw new Error(`${demoData}: a ticket has the intent ${intent}, which does not exist`);
    return { id: uuidv7(), text, intentId, oos };
  });
  // createMany takes a second for these, because it has a parameter for every value of every row.
  await db.$executeRaw`
    INSERT INTO training_example (id, "workspaceId", text, "intentId", "outOfScope", source)
    SELECT id, ${workspaceId}::uuid, text, "intentId", oos, 'import'
    FROM jsonb_to_recordset(${JSON.stringify(data)}::jsonb) AS row(id uuid, text text, "intentId" uuid, oos boolean)`;
}

/** What the demo's bot learns from. */
export async function demoTickets(): Promise<z.output<typeof ticketRow>[]> {
  return [...(await tickets('tickets.jsonl')), ...(await tickets('out-of-scope.jsonl'))];
}

async function tickets(file: string): Promise<z.output<typeof ticketRow>[]> {
  const lines = (await readFile(`${demoData}/${file}`, 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map((line) => ticketRow.parse(JSON.parse(line)));
}

async function seedSettings(db: Database, workspaceId: string): Promise<void> {
  const schedule = { cron: '0 3 * * 1', timeZone: 'UTC', enabled: false };
  await db.thresholdPolicy.upsert({ where: { workspaceId }, create: { workspaceId }, update: {} });
  await db.trainingSchedule.upsert({ where: { workspaceId }, create: { workspaceId, ...schedule }, update: {} });
}
