import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { AgentActor } from '#conversation';
import { startApp, type RunningApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { connectVisitor, visitorToken } from '../support/clients.js';
import { consoleOf } from '../support/console.js';
import { startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { waitFor } from '../support/wait-for.js';

let browser: Browser;
let core: Awaited<ReturnType<typeof startCore>>;
let shop: Awaited<ReturnType<typeof core.workspace>>;
let gateway: RunningApp;
let url: string;

beforeAll(async () => {
  const environment = { ...(await freshEnvironment()), PRESENCE_LEASE_SECONDS: '4' };
  core = await startCore(environment);
  [gateway] = await Promise.all([startApp('gateway', environment), startApp('escalation', environment)]);
  url = gateway.url;
  browser = await launchBrowser();
});
beforeEach(async () => {
  shop = await core.workspace();
});

const signedIn = (agent: AgentActor) => consoleOf(browser, url, core.db, agent);
async function colleague(name: string): Promise<{ agent: AgentActor; page: Page }> {
  const agent = await shop.agent(name);
  return { agent, page: await signedIn(agent) };
}
/** Somebody who asks for a person, and says why. */
async function visitor(name: string): Promise<string> {
  const socket = await connectVisitor(url, await visitorToken(url, shop.inboxId));
  const newest = { where: { workspaceId: shop.workspaceId }, orderBy: { id: 'desc' } } as const;
  const { id } = await core.db.contact.findFirstOrThrow(newest);
  await core.db.contact.update({ where: { id }, data: { name } });
  const asked = await socket.emitWithAck('human:request', { clientMessageId: uuidv7() });
  if (!asked.ok) throw new Error(asked.error.message);
  await socket.emitWithAck('message:send', { clientMessageId: uuidv7(), text: `${name} needs help` });
  return asked.data.conversationId;
}
const offers = (page: Page) => page.getByRole('region', { name: 'Offered conversations' });
const offered = (page: Page, name: string) => offers(page).getByText(name, { exact: true });
const conversationWith = (page: Page, name: string) => page.getByRole('region', { name: `Conversation with ${name}` });
const button = (page: Page, name: RegExp | string) => page.getByRole('button', { name });
const offersTo = ({ userId }: AgentActor) => core.db.assignment.count({ where: { agentId: userId } });
const ownerOf = async (id: string) => (await core.db.conversation.findUniqueOrThrow({ where: { id } })).ownerId;

it('come one at a time in the order of the line; a and the one Accept take the one on the screen, cursor in the reply', async () => {
  const ada = await colleague('Ada Stone');
  await visitor('First');
  await visitor('Second');
  await visitor('Third');

  await offered(ada.page, 'First').waitFor();
  expect(await button(ada.page, /^Accept/).count()).toBe(1);
  expect(await offersTo(ada.agent)).toBe(1);
  await ada.page.keyboard.press('a');
  await conversationWith(ada.page, 'First').waitFor();
  const reply = ada.page.getByLabel('Reply', { exact: true });
  await reply.and(ada.page.locator(':focus')).waitFor();

  await offered(ada.page, 'Second').waitFor();
  await ada.page.keyboard.type('a mat'); // what is written in the reply is no shortcut
  expect(await reply.inputValue()).toBe('a mat');

  await ada.page.getByRole('link', { name: /^Waiting/ }).click();
  await ada.page.getByRole('link', { name: /Second/ }).click();
  await conversationWith(ada.page, 'Second').waitFor();
  expect(await button(ada.page, /^Accept/).count()).toBe(1);
  expect(await offered(ada.page, 'Second').count()).toBe(0);
  await button(ada.page, /^Accept/).click();
  await reply.and(ada.page.locator(':focus')).waitFor();
  await offered(ada.page, 'Third').waitFor();
});

it('that are declined go to the next agent', async () => {
  const [ada, bob] = [await colleague('Ada Stone'), await colleague('Bob Reed')];
  const conversationId = await visitor('First');
  const first = await waitFor(() => core.db.assignment.findFirst({ where: { conversationId } }));
  const [asked, next] = first.agentId === ada.agent.userId ? [ada, bob] : [bob, ada];
  await offers(asked.page).getByRole('button', { name: 'Decline' }).click();
  await offered(next.page, 'First').waitFor();
  await offered(asked.page, 'First').waitFor({ state: 'detached' });
  await offers(next.page)
    .getByRole('button', { name: /^Accept/ })
    .click();
  await waitFor(async () => (await ownerOf(conversationId)) === next.agent.userId);
});

it('that are missed twice set the agent away, with a notice and a way back', async () => {
  await core.db.workspace.update({ where: { id: shop.workspaceId }, data: { offerSeconds: 1 } });
  const ada = await colleague('Ada Stone');
  await visitor('First');
  await visitor('Second');
  await offers(ada.page).getByText('You missed two chats, so you are away.').waitFor();
  await button(ada.page, /Status and settings/)
    .getByText('Away')
    .waitFor();
  await visitor('Third');
  await button(ada.page, 'I am back').click();
  await offered(ada.page, 'Third').waitFor();
});

it('come only to who takes chats', async () => {
  const olga = await shop.agent('Olga Hart', 'owner');
  await core.db.agentStatus.delete({ where: { userId: olga.userId } }); // as of one who signs in for the first time
  const owner = await signedIn(olga);
  const ada = await colleague('Ada Stone');
  await visitor('First');
  await offered(ada.page, 'First').waitFor();
  await offers(ada.page).getByRole('button', { name: 'Decline' }).click();
  await visitor('Second');
  await offered(ada.page, 'Second').waitFor(); // everybody has been looked at for First once more
  expect(await offersTo(olga)).toBe(0);

  await button(owner, /Status and settings/).click();
  await owner.getByRole('menuitemcheckbox', { name: /I take chats/ }).click();
  await owner.keyboard.press('Escape');
  await offered(owner, 'First').waitFor();
});

it('taken by two at the same time are one agent’s, and the other is told whose', async () => {
  const [ada, bob] = [await colleague('Ada Stone'), await colleague('Bob Reed')];
  await core.presence.takeChats(bob.agent, false);
  const conversationId = await visitor('First');
  await offered(ada.page, 'First').waitFor();
  await bob.page.getByRole('link', { name: /^Waiting/ }).click();
  await bob.page.getByRole('link', { name: /First/ }).click();
  const takeOver = bob.page.getByRole('button', { name: 'Take over', exact: true }).first();
  await takeOver.waitFor();
  gateway.signal('SIGSTOP'); // so that neither hears of the other before both have asked
  await ada.page.keyboard.press('a');
  await takeOver.click();
  gateway.signal('SIGCONT');
  const owner = await waitFor(() => ownerOf(conversationId));
  const [winner, loser] = owner === ada.agent.userId ? [ada, bob] : [bob, ada];
  await loser.page.getByText(`${winner.agent.name} was quicker and has this conversation now.`).first().waitFor();
  expect(await ownerOf(conversationId)).toBe(winner.agent.userId);
});

it('are made again, in the old place of the line, when the laptop with the chats is closed', async () => {
  const ada = await colleague('Ada Stone');
  const conversationId = await visitor('First');
  await offered(ada.page, 'First').waitFor();
  await ada.page.keyboard.press('a');
  await waitFor(async () => (await ownerOf(conversationId)) === ada.agent.userId);
  await core.presence.setStatus(ada.agent, 'busy');
  await visitor('Second');
  await ada.page.context().close();
  await waitFor(async () => (await ownerOf(conversationId)) === null);

  const bob = await colleague('Bob Reed');
  await offered(bob.page, 'First').waitFor();
  await bob.page.keyboard.press('a');
  const conversation = conversationWith(bob.page, 'First');
  await conversation.getByText('First needs help').waitFor();
  await conversation
    .getByText(/Ada Stone/)
    .first()
    .waitFor();
  await offered(bob.page, 'Second').waitFor();
});
