import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { AgentActor } from '#conversation';
import { startApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { blankPage } from '../support/blank-page.js';
import { consoleOf } from '../support/console.js';
import { startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { chatOn } from '../support/shop.js';
import { waitFor } from '../support/wait-for.js';

let browser: Browser;
let core: Awaited<ReturnType<typeof startCore>>;
let shop: Awaited<ReturnType<typeof core.workspace>>;
let url: string;

beforeAll(async () => {
  const environment = await freshEnvironment();
  core = await startCore(environment);
  [{ url }] = await Promise.all([startApp('gateway', environment), startApp('escalation', environment)]);
  browser = await launchBrowser();
});
beforeEach(async () => {
  shop = await core.workspace();
});

async function colleague(name: string, role: 'agent' | 'supervisor' = 'agent'): Promise<Colleague> {
  const agent = await shop.agent(name, role);
  return { agent, page: await consoleOf(browser, url, core.db, agent) };
}
type Colleague = { agent: AgentActor; page: Page };

/** A visitor who has asked for a person and is answered by `agent`. */
async function answeredBy({ page, agent }: Colleague) {
  const { page: site, origin } = await blankPage(browser, { gatewayUrl: url, inboxKey: shop.inboxId });
  await site.goto(origin);
  const { chat, ask } = await chatOn(site);
  await chat.getByRole('button', { name: 'Talk to a person' }).click();
  await page.getByRole('button', { name: /^Accept/ }).click();
  await chat.getByText(`${agent.name} joined the conversation`).waitFor();
  await ask('My lamp is broken');
  await conversation(page).getByText('My lamp is broken').waitFor();
  return { chat, ask };
}
const conversation = (page: Page) => page.getByRole('region', { name: /^Conversation with/ });
const accept = (page: Page) => page.getByRole('button', { name: /^Accept/ }).click();

async function transfer(page: Page, to: RegExp, note: string, consequence: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Transfer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Transfer' });
  await dialog.getByRole('combobox', { name: 'Recipient' }).click();
  await page.getByRole('option', { name: to }).click();
  await dialog.getByText(consequence).waitFor();
  await dialog.getByLabel('Note').fill(note);
  await dialog.getByRole('button', { name: 'Transfer' }).click();
  await dialog.waitFor({ state: 'detached' });
}

it('to a colleague brings the note along, which the visitor never sees', async () => {
  const ada = await colleague('Ada Stone');
  const { chat, ask } = await answeredBy(ada);
  const bob = await colleague('Bob Reed');
  await transfer(ada.page, /^Bob Reed/, 'Wants a new shade, not a refund', /Bob Reed is asked at once/);
  await chat.getByText('Ada Stone is passing you on to a colleague').waitFor();

  await accept(bob.page);
  await conversation(bob.page).getByText('Wants a new shade, not a refund').waitFor();
  await conversation(bob.page).getByText('My lamp is broken').waitFor();
  await chat.getByText('Bob Reed joined the conversation').waitFor();
  await ask('Hello Bob');
  await conversation(bob.page).getByText('Hello Bob').waitFor();
  expect(await chat.getByText('Wants a new shade').count()).toBe(0);
});

it('to a team asks its members alone', async () => {
  const ada = await colleague('Ada Stone');
  const { chat } = await answeredBy(ada);
  const [bob, cem] = [await colleague('Bob Reed'), await colleague('Cem Aydin')];
  const { workspaceId } = shop;
  const teamId = uuidv7();
  await core.db.team.create({ data: { id: teamId, workspaceId, name: 'Repairs' } });
  await core.db.teamMember.create({ data: { teamId, userId: cem.agent.userId, workspaceId } });
  await transfer(ada.page, /^Repairs/, 'For the workshop', /whoever of the team is free/);
  await accept(cem.page);
  await conversation(cem.page).getByText('For the workshop').waitFor();
  await chat.getByText('Cem Aydin joined the conversation').waitFor();
  expect(await core.db.assignment.count({ where: { agentId: bob.agent.userId } })).toBe(0);
});

it('the other way round: a supervisor takes over, is asked first, both are told, and the draft is kept', async () => {
  const ada = await colleague('Ada Stone');
  const { chat, ask } = await answeredBy(ada);
  await ada.page.getByLabel('Reply', { exact: true }).fill('I have just begun to');
  const robin = await colleague('Robin Hale', 'supervisor');
  await robin.page.getByRole('link', { name: /^All/ }).click();
  await robin.page.getByRole('list', { name: 'All' }).getByRole('link').first().click();
  await ada.page.getByText('Robin Hale looks at this too').waitFor();
  await robin.page.getByRole('button', { name: 'Take over', exact: true }).click();
  const asked = robin.page.getByRole('alertdialog', { name: 'Take over from Ada Stone?' });
  await asked.getByRole('button', { name: 'Take over' }).click();

  await ada.page
    .getByText(/Robin Hale took over from you/)
    .first()
    .waitFor();
  await chat
    .getByText(/Robin Hale/)
    .first()
    .waitFor();
  await ask('Who is there?');
  await conversation(robin.page).getByText('Who is there?').waitFor();

  await ada.page.getByRole('button', { name: 'Take over', exact: true }).click();
  await ada.page.getByRole('alertdialog').getByRole('button', { name: 'Take over' }).click();
  const reply = ada.page.getByLabel('Reply', { exact: true });
  await reply.and(ada.page.locator(':enabled')).waitFor();
  expect(await reply.inputValue()).toBe('I have just begun to');
});

it('back to the same agent, not to the bot, when the visitor writes again soon after the closing', async () => {
  const ada = await colleague('Ada Stone');
  const { chat, ask } = await answeredBy(ada);
  await ada.page.getByLabel('Reply', { exact: true }).fill('A new one is on its way');
  await ada.page.keyboard.press('Enter');
  await chat.getByText('A new one is on its way').waitFor();
  await ada.page.getByRole('button', { name: /^Resolve/ }).click();
  await ada.page.getByRole('combobox', { name: 'Another topic' }).waitFor();
  await ada.page.keyboard.press('9'); // no question here
  await chat.getByText('This conversation is closed').waitFor();
  await ask('One more thing');
  const { id } = await core.db.conversation.findFirstOrThrow({ where: { workspaceId: shop.workspaceId } });
  await waitFor(async () => {
    const { status, ownerId } = await core.db.conversation.findUniqueOrThrow({ where: { id } });
    return status === 'open' && ownerId === ada.agent.userId;
  });
  await ada.page.getByRole('link', { name: /^Mine/ }).click();
  await ada.page.getByRole('list', { name: 'Mine' }).getByText('One more thing').waitFor();
});
