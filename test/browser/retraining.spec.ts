import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, it } from 'vitest';
import type { Database } from '#database';
import { launchBrowser } from '../support/browser.js';
import { startCore } from '../support/core.js';
import { logIn, openChat, startDemoShop, type DemoShop } from '../support/shop.js';
import { waitFor } from '../support/wait-for.js';

/** What the first model learns; gift cards it has never met. */
const known = ['delivery_cost', 'order_status', 'password_reset', 'return_item', 'store_hours', 'warranty'];
const rowsPerIntent = 25;
const taught = wordings('apps/demo-shop/data/tickets.jsonl').slice(0, 24);
/** A new phrasing: nobody has taught these words. */
const question = wordings('apps/demo-shop/data/tickets.held-out.jsonl')[0]!;
/** Seconds on a free machine; a loaded one may take its time. */
const trainingMs = 400_000;
const answer = /Our gift cards come by e-mail/;

let demo: DemoShop;
let browser: Browser;
let core: Awaited<ReturnType<typeof startCore>>;

beforeAll(async () => {
  demo = await startDemoShop(keepSmallShop);
  browser = await launchBrowser();
  core = await startCore(demo.env);
});

it(
  'learns a new phrasing from resolved conversations, serves it after retraining, and rolls back',
  { timeout: 2 * trainingMs },
  async () => {
    const admin = await logIn(browser, demo, 'admin@fernhill.example');
    for (const text of taught) await teach(text);

    await admin.getByRole('link', { name: 'Models' }).click();
    await admin.getByRole('button', { name: 'Retrain' }).click();
    await admin.getByRole('progressbar', { name: 'Training progress' }).waitFor();
    await admin.getByText(/made version 2/).waitFor({ timeout: trainingMs });
    const second = await core.db.modelVersion.findFirstOrThrow({ where: { version: 2 } });
    expect(second, JSON.stringify(second.gate)).toMatchObject({ stage: 'active' });

    const after = await openChat(browser, demo);
    await waitFor(async () => {
      await after.ask(question);
      return after.chat
        .getByText(answer)
        .first()
        .waitFor({ timeout: 2_000 })
        .then(() => true);
    });

    await admin.getByRole('link', { name: 'Models' }).first().click();
    await admin.getByRole('button', { name: 'Roll back' }).click();
    await admin.getByRole('dialog').getByRole('button', { name: 'Roll back' }).click();
    const first = await waitFor(() => core.db.modelVersion.findFirst({ where: { version: 1, stage: 'active' } }));
    const before = await openChat(browser, demo);
    await waitFor(async () => {
      await before.ask('do you sell gift cards');
      return core.db.prediction.findFirst({
        where: { modelVersionId: first.id, createdAt: { gt: first.activatedAt! } },
      });
    });
  },
);

function wordings(file: string): string[] {
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { text: string; intent: string });
  return rows.filter(({ intent }) => intent === 'gift_card').map(({ text }) => text);
}

/** Few rows train in seconds. */
async function keepSmallShop(db: Database): Promise<void> {
  const intents = await db.intent.findMany();
  for (const { id, name } of intents) {
    const rows = await db.trainingExample.findMany({ where: { intentId: id }, orderBy: { text: 'asc' } });
    const surplus = rows.slice(known.includes(name) ? rowsPerIntent : 0).map((row) => row.id);
    await db.trainingExample.deleteMany({ where: { id: { in: surplus } } });
  }
  const outOfScope = await db.trainingExample.findMany({ where: { outOfScope: true }, orderBy: { text: 'asc' } });
  await db.trainingExample.deleteMany({ where: { id: { in: outOfScope.slice(40).map((row) => row.id) } } });
}

/** A visitor asks, an agent takes over and resolves the conversation as a gift card question. */
async function teach(text: string): Promise<void> {
  const { workspaceId, id: inboxId } = await core.db.inbox.findFirstOrThrow();
  const contactId = uuidv7();
  await core.db.contact.create({ data: { id: contactId, workspaceId } });
  const visitor = { type: 'contact', workspaceId, contactId, inboxId } as const;
  const { conversationId, id } = await core.contactMessages.send(visitor, { clientMessageId: uuidv7(), text });
  await waitFor(() => core.db.decision.findUnique({ where: { messageId: id } }));
  const { id: userId, name } = await core.db.user.findFirstOrThrow({ where: { role: 'supervisor' } });
  const agent = { type: 'agent', workspaceId, userId, name } as const;
  const { owner } = await core.handoff.takeOver(agent, conversationId);
  const label = { intent: 'gift_card', outOfScope: false };
  await core.resolutions.resolve(agent, { conversationId, ownerEpoch: owner.epoch, ...label });
}
