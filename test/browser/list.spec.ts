import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, it } from 'vitest';
import { createDatabase, type Database } from '#database';
import { demoInboxKey, seed } from '../../prisma/seed.js';
import { accessibilityFaults } from '../support/accessibility.js';
import { startApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { launchBrowser } from '../support/browser.js';
import { connectAgent, connectVisitor, visitorToken, type VisitorSocket } from '../support/clients.js';
import { freshEnvironment } from '../support/environment.js';
import { logIn } from '../support/shop.js';
import { waitFor } from '../support/wait-for.js';

/** A folder for pictures to look at: BATON_PICTURES=/tmp/pictures. */
const pictures = process.env.BATON_PICTURES;

let browser: Browser;
let db: Database;
let url: string;
let alex: Page;

beforeAll(async () => {
  const environment = await freshEnvironment();
  await seed(environment.DATABASE_URL);
  db = createDatabase(environment.DATABASE_URL, 2);
  atEnd(() => db.$disconnect());
  [{ url }] = await Promise.all([startApp('gateway', environment), startApp('escalation', environment)]);
  browser = await launchBrowser();
  const { id: workspaceId } = await db.workspace.findUniqueOrThrow({ where: { slug: 'fernhill' } });
  for (const [name, colour] of [
    ['Late', '#b3261e'],
    ['VIP', '#0b6b57'],
  ] as const) {
    await db.label.create({ data: { id: uuidv7(), workspaceId, name, colour } });
  }
  await db.agentStatus.updateMany({ data: { takesChats: false } }); // nobody is offered what a test wants in the line
  for (const [name, text] of [
    ['Maria Costa', 'Where is my order FH-10423?'],
    ['Jonas Weber', 'Meine Bestellung ist beschädigt angekommen'],
    ['Salma Haddad', 'أين طلبي؟ لم يصل بعد'],
    ['Priya Nair', 'I would like a refund for the blue jacket'],
  ] as const) {
    await visitorOf(name, text);
  }
  alex = await logIn(browser, { consoleUrl: `${url}/console/` }, 'alex@fernhill.example');
  await alex.emulateMedia({ reducedMotion: 'reduce' }); // colours under way have less contrast
});

/** Somebody who has asked for a person, and then wrote. */
async function visitorOf(name: string, text: string): Promise<VisitorSocket> {
  const visitor = await connectVisitor(url, await visitorToken(url, demoInboxKey));
  const ack = await visitor.emitWithAck('human:request', { clientMessageId: uuidv7() });
  if (!ack.ok) throw new Error(ack.error.message);
  const { contactId } = await db.conversation.findUniqueOrThrow({ where: { id: ack.data.conversationId } });
  await db.contact.update({ where: { id: contactId }, data: { name } });
  await visitor.emitWithAck('message:send', { clientMessageId: uuidv7(), text });
  return visitor;
}
const row = (page: Page, name: string) => page.getByRole('list').getByRole('link', { name: new RegExp(name) });
const open = (page: Page, view: RegExp) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: view }).click();
const conversation = (page: Page) => page.getByRole('region', { name: /^Conversation with/ });

const notices = (page: Page) => page.getByRole('list', { name: 'Notices' });

/** Taken over by Alex, from the list on the screen. */
async function taken(name: string): Promise<string> {
  await row(alex, name).click();
  await alex.getByRole('region', { name: `Conversation with ${name}` }).waitFor();
  await alex.keyboard.press('t');
  await conversation(alex).getByLabel('Reply', { exact: true }).waitFor();
  return new URL(alex.url()).pathname.split('/').at(-1)!;
}
const resolutions = async (ids: string[]) =>
  (await db.resolution.findMany({ where: { conversationId: { in: ids } } })).map(({ id }) => id);

/** Takes the pictures of a screen, when they are wanted, and has axe look at it. */
async function look(page: Page, name: string): Promise<void> {
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
    for (const theme of ['light', 'dark']) {
      await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
      await page.screenshot({ path: `${pictures}/${name}-${theme}.png`, animations: 'disabled' });
    }
    await page.evaluate(`document.documentElement.dataset.theme = 'light'`);
  }
  expect([name, await accessibilityFaults(page)]).toEqual([name, []]);
}

it('finds a conversation by an order number, and by words in its language', async () => {
  await open(alex, /^Waiting/);
  await alex.keyboard.press('/');
  await alex.getByLabel('Search messages and customers').fill('10423');
  const found = alex.getByRole('list', { name: 'Found conversations' });
  await found.locator('mark', { hasText: '10423' }).waitFor();
  expect(await found.getByRole('listitem').count()).toBe(1);
  await look(alex, 'search');
  await alex.getByLabel('Search messages and customers').fill('bestellungen');
  await found.getByText('Jonas Weber').click();
  await conversation(alex).getByText('beschädigt').waitFor();
  await alex.getByRole('button', { name: 'Back to the list' }).click();
});

it('changes several rows at once, and takes it back', async () => {
  await open(alex, /^Waiting/);
  for (const name of ['Maria Costa', 'Priya Nair']) await alex.getByLabel(`Choose ${name}`).check({ force: true });
  await alex.getByText('2 chosen').waitFor();
  await alex.keyboard.press('l');
  await alex.getByRole('menuitemcheckbox', { name: 'VIP' }).click();
  await look(alex, 'labels');
  await alex.keyboard.press('Escape');
  await alex.getByRole('menu').waitFor({ state: 'detached' });
  await notices(alex).getByText('2 conversations are labelled.').waitFor(); // Escape was the menu's, though the notice came last
  await row(alex, 'Maria Costa').getByText('VIP').waitFor();
  await alex.keyboard.press('p');
  await alex.getByRole('menuitemradio', { name: 'Urgent' }).click();
  await row(alex, 'Priya Nair').getByLabel('Urgent priority').waitFor();
  await look(alex, 'chosen');
  await alex.keyboard.press('z');
  await row(alex, 'Priya Nair').getByLabel('Urgent priority').waitFor({ state: 'detached' });
  await alex.keyboard.press('Escape');

  await alex.getByRole('button', { name: 'Filter', exact: true }).click();
  await alex.getByRole('menuitem', { name: 'Label' }).hover();
  await alex.getByRole('menuitemcheckbox', { name: 'VIP' }).click();
  await alex.keyboard.press('Escape');
  await row(alex, 'Jonas Weber').waitFor({ state: 'detached' });
  await look(alex, 'filter');
  await alex.getByRole('button', { name: 'Save' }).click();
  await alex.getByLabel('Name', { exact: true }).fill('Our best');
  await alex.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await open(alex, /^All/);
  await row(alex, 'Jonas Weber').waitFor();
  await open(alex, /^Our best/);
  await row(alex, 'Jonas Weber').waitFor({ state: 'detached' });
  expect(await alex.getByRole('list', { name: 'Waiting' }).getByRole('listitem').count()).toBe(2);
});

it('resolves what is chosen together, teaches nothing by it, names what cannot be, and takes it back', async () => {
  await open(alex, /^Waiting/);
  const ids: string[] = [];
  for (const name of ['Ines Prado', 'Otto Lang']) {
    await visitorOf(name, 'It has come, thank you');
    ids.push(await taken(name));
  }
  const [ines, otto] = ids as [string, string];
  await open(alex, /^All/);
  const chosen = async () => {
    for (const name of ['Ines Prado', 'Otto Lang', 'Jonas Weber'])
      await alex.getByLabel(`Choose ${name}`).check({ force: true });
    await alex.keyboard.press('e');
    const asked = alex.getByRole('alertdialog', { name: 'Resolve 2 conversations?' });
    await asked.getByText('The bot learns nothing from them.').waitFor();
    await asked.getByText('One more is not yours').waitFor();
    return asked;
  };
  const statuses = async () =>
    Promise.all(ids.map(async (id) => (await db.conversation.findUniqueOrThrow({ where: { id } })).status));
  const asked = await chosen();
  await look(alex, 'resolve-chosen');
  await asked.getByRole('button', { name: 'Resolve' }).click();
  await notices(alex).getByText('2 conversations are resolved.').waitFor();
  expect(await statuses()).toEqual(['resolved', 'resolved']);
  expect(await db.trainingExample.count({ where: { resolutionId: { in: await resolutions(ids) } } })).toBe(0);
  await alex.getByText('3 chosen').waitFor({ state: 'detached' });
  await alex.keyboard.press('z');
  // A row that comes back later would push the others from under the pointer.
  for (const name of ['Ines Prado', 'Otto Lang']) await row(alex, name).waitFor();
  expect(await statuses()).toEqual(['open', 'open']);
  expect(await resolutions(ids)).toEqual([]);

  const askedAgain = await chosen();
  await db.conversation.update({ where: { id: otto }, data: { status: 'resolved' } }); // and no news of it has come yet
  await askedAgain.getByRole('button', { name: 'Resolve' }).click();
  await notices(alex)
    .getByText(/^Not changed\. Otto Lang: /)
    .waitFor();
  expect(await statuses()).toEqual(['resolved', 'resolved']);
  expect(await resolutions([otto])).toEqual([]);
  await db.conversation.update({ where: { id: otto }, data: { status: 'open' } });
  expect(await resolutions([ines])).toHaveLength(1);
});

it('passes a conversation on by a canned reply, once the text is sent, and filters by the team that has it', async () => {
  const { id: workspaceId } = await db.workspace.findUniqueOrThrow({ where: { slug: 'fernhill' } });
  const team = await db.team.create({ data: { id: uuidv7(), workspaceId, name: 'Returns' } });
  const robin = await logIn(browser, { consoleUrl: `${url}/console/` }, 'robin@fernhill.example');
  await robin.goto(`${url}/console/settings/canned-replies`);
  await robin.getByRole('button', { name: 'New canned reply' }).first().click();
  const editor = robin.getByRole('dialog', { name: 'New canned reply' });
  await editor.getByLabel('Shortcut').fill('returns');
  await editor.getByLabel('Title').fill('To the returns desk');
  await editor.getByLabel('Text', { exact: true }).fill('Our returns desk sees to it.');
  await editor.getByRole('button', { name: 'Add an action' }).click();
  await editor.getByLabel('Action 1', { exact: true }).click();
  await robin.getByRole('option', { name: 'Transfer to a team' }).click();
  await editor.getByLabel('Team', { exact: true }).getByText('Returns').waitFor();
  await look(robin, 'macro');
  await editor.getByRole('button', { name: 'Save' }).click();
  await editor.waitFor({ state: 'detached' });

  await open(alex, /^Waiting/);
  await alex.reload();
  await visitorOf('Nadia Roth', 'The blue jacket goes back');
  const id = await taken('Nadia Roth');
  await conversation(alex).getByLabel('Reply', { exact: true }).fill('/returns');
  await alex.getByRole('option', { name: /To the returns desk/ }).waitFor();
  await alex.keyboard.press('Enter');
  await conversation(alex).getByText('then transfer to Returns').waitFor();
  await look(alex, 'macro-chosen');
  await alex.getByRole('button', { name: 'Send' }).click();
  await notices(alex).getByText('Passed on.').waitFor();
  const { status, teamId } = await db.conversation.findUniqueOrThrow({ where: { id } });
  expect([status, teamId]).toEqual(['queued', team.id]);
  const sent = await db.message.findFirst({ where: { conversationId: id, kind: 'outbound', senderType: 'agent' } });
  expect(sent?.text).toBe('Our returns desk sees to it.');

  await open(alex, /^All/);
  await row(alex, 'Jonas Weber').waitFor();
  await alex.getByRole('button', { name: 'Filter', exact: true }).click();
  await alex.getByRole('menuitem', { name: 'Team' }).hover();
  await alex.getByRole('menuitemcheckbox', { name: 'Returns' }).click();
  await alex.keyboard.press('Escape');
  await row(alex, 'Jonas Weber').waitFor({ state: 'detached' });
  await row(alex, 'Nadia Roth').waitFor();
  await look(alex, 'team-filter');
  await alex.getByRole('button', { name: 'Remove: Team Returns' }).click();
});

it('snoozes in words, goes on to the next, and has it back when the customer writes; what is unread is so on every tab', async () => {
  const leila = await visitorOf('Leila Amari', 'I shall look for the receipt');
  await open(alex, /^Waiting/);
  for (const name of ['Salma Haddad', 'Leila Amari']) {
    await row(alex, name).click();
    await alex.getByRole('region', { name: `Conversation with ${name}` }).waitFor();
    await alex.keyboard.press('t');
    await conversation(alex).getByLabel('Reply', { exact: true }).waitFor();
  }
  await open(alex, /^Mine/);
  await row(alex, 'Leila Amari').click();
  await look(alex, 'mine');
  await alex.keyboard.press('s');
  await alex.getByLabel('Until when?').fill('tomorrow 9:00');
  await look(alex, 'snooze');
  await alex.keyboard.press('Enter');
  await row(alex, 'Leila Amari').waitFor({ state: 'detached' });
  await alex.getByRole('region', { name: 'Conversation with Salma Haddad' }).waitFor();

  const tab = await alex.context().newPage();
  await tab.goto(`${url}/console/inbox/mine`);
  await row(tab, 'Salma Haddad').waitFor();
  await leila.emitWithAck('message:send', { clientMessageId: uuidv7(), text: 'Here it is: 4711' });
  await row(tab, 'Leila Amari').getByLabel('Unread').waitFor();
  await waitFor(async () => (await tab.title()) === '(1) Baton');
  await look(tab, 'unread');
  await alex.bringToFront();
  await row(alex, 'Leila Amari').click();
  await conversation(alex).getByText('Here it is: 4711').waitFor();
  await waitFor(async () => (await tab.title()) === 'Baton');
  await row(tab, 'Leila Amari').getByLabel('Unread').waitFor({ state: 'detached' });
  await tab.close();
});

it('asks again for a page of the list that was refused for too many events, and says so meanwhile', async () => {
  const { id: inboxId, workspaceId } = await db.inbox.findUniqueOrThrow({ where: { key: demoInboxKey } });
  const old = Array.from({ length: 150 }, (_, n) => ({ id: uuidv7(), workspaceId, name: `Archived ${n}` }));
  await db.contact.createMany({ data: old });
  const lastMessageAt = new Date('2026-01-01');
  await db.conversation.createMany({
    data: old.map(({ id: contactId }, n) => ({
      ...{ id: uuidv7(), workspaceId, inboxId, contactId, status: 'resolved' as const },
      lastMessageAt: new Date(lastMessageAt.getTime() - n),
    })),
  });
  await open(alex, /^Resolved/);
  await row(alex, 'Archived 0 ').waitFor();

  const cookies = await alex.context().cookies();
  const loop = await connectAgent(url, cookies.map(({ name, value }) => `${name}=${value}`).join('; '));
  const typing = { conversationId: uuidv7(), typing: true };
  const spend = () => Array.from({ length: 100 }, () => loop.emit('typing', typing, () => undefined));
  const loopTimer = setInterval(spend, 500);
  await waitFor(async () => {
    const ack = await loop.emitWithAck('typing', typing);
    return !ack.ok && ack.error.code === 'RATE_LIMITED';
  });
  const toTheEnd = () =>
    alex.evaluate(`{
      const scroller = document.querySelector('ul[aria-label="Resolved"]').parentElement;
      scroller.scrollTop = scroller.scrollHeight;
    }`);
  await toTheEnd();
  await alex.getByText('More could not be loaded.', { exact: false }).waitFor();
  await look(alex, 'more-failed');
  clearInterval(loopTimer);
  await alex.getByText('More could not be loaded.', { exact: false }).waitFor({ state: 'detached' });
  // The line goes as soon as the page is asked for again; its rows come after that.
  await waitFor(async () => {
    await toTheEnd();
    return row(alex, 'Archived 149').isVisible();
  });
});

it('goes anywhere by typing, keeps what each person wants to hear, and says why a session has ended', async () => {
  await alex.keyboard.press('Control+k');
  await alex.getByPlaceholder('Go to, do, or search for…').fill('notif');
  await look(alex, 'palette');
  await alex.keyboard.press('Enter');
  const sound = alex.getByLabel('A conversation is offered to you: sound');
  await sound.uncheck();
  await alex.getByRole('switch', { name: 'Quiet hours' }).click();
  await alex.getByLabel('From').fill('18:00');
  await look(alex, 'notifications');
  const chosen = { path: ['quietHours', 'from'], equals: '18:00' };
  // A reload cuts off what is being saved.
  await waitFor(() => db.notificationSettings.findFirst({ where: { settings: chosen } }));
  await alex.reload();
  expect(await sound.isChecked()).toBe(false);
  expect(await alex.getByLabel('From').inputValue()).toBe('18:00');

  await alex.setViewportSize({ width: 320, height: 640 });
  await alex.goto(`${url}/console/inbox/all`);
  await row(alex, 'Salma Haddad').waitFor();
  const wide = await alex.evaluate('document.documentElement.scrollWidth');
  expect(wide).toBeLessThanOrEqual(320);
  await look(alex, 'narrow');
  await row(alex, 'Salma Haddad').click();
  const arabic = conversation(alex).getByText('أين طلبي؟', { exact: false });
  await arabic.waitFor();
  expect(await arabic.getAttribute('dir')).toBe('auto');
  await look(alex, 'narrow-conversation');

  const address = alex.url();
  await db.userSession.deleteMany({});
  await alex.reload(); // a heartbeat would find it out later
  await alex.getByRole('heading', { name: 'Sign in to Baton' }).waitFor();
  expect(alex.url()).toBe(address);
});

it('lets supervisors say which labels there are', async () => {
  const robin = await logIn(browser, { consoleUrl: `${url}/console/` }, 'robin@fernhill.example');
  await robin.goto(`${url}/console/settings/labels`);
  await robin.getByRole('button', { name: 'New label' }).click();
  await robin.getByLabel('Name', { exact: true }).fill('VIP');
  await robin.getByRole('button', { name: 'Save' }).click();
  await robin.getByRole('alert').getByText('Another label has this name').waitFor();
  await robin.getByLabel('Name', { exact: true }).fill('Waits for the supplier');
  await robin.getByRole('button', { name: 'Save' }).click();
  await robin.getByRole('list', { name: 'Labels' }).getByText('Waits for the supplier').waitFor();
  await look(robin, 'labels-settings');
});

it('fits a phone of 320 px and a zoom of 200 %: nothing is cut off, every button can be reached', async () => {
  const robin = await logIn(browser, { consoleUrl: `${url}/console/` }, 'robin@fernhill.example');
  await robin.emulateMedia({ reducedMotion: 'reduce' });
  await robin.goto(`${url}/console/inbox/all`);
  await row(robin, 'Jonas Weber').waitFor();
  const id = await row(robin, 'Jonas Weber').getAttribute('data-conversation');
  const screens: [string, string, string][] = [
    ['list', 'inbox/all', 'Jonas Weber'],
    ['conversation', `inbox/all/${id}`, 'beschädigt'],
    ['reports', 'reports', 'Automation'],
    ['wallboard', 'wallboard', 'Waiting now'],
  ];
  for (const [width, height] of [
    [320, 640],
    [640, 450],
    [390, 844],
    [1024, 768],
    [1280, 860],
  ] as const) {
    await robin.setViewportSize({ width, height });
    for (const [name, path, text] of screens) {
      await robin.goto(`${url}/console/${path}`);
      await robin.getByText(text).first().waitFor();
      await look(robin, `${name}-${width}`);
      expect([name, width, await cutOff(robin)]).toEqual([name, width, []]);
    }
    await robin.goto(`${url}/console/inbox/all`);
    await row(robin, 'Jonas Weber').waitFor();
    await robin.getByLabel('Choose Jonas Weber').check({ force: true });
    await robin.getByText('1 chosen').waitFor();
    await look(robin, `chosen-${width}`);
    expect(['chosen', width, await cutOff(robin)]).toEqual(['chosen', width, []]);
  }
});

/** What can be pressed and lies, wholly or in part, beside the window; tables may scroll sideways. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`
    [...document.querySelectorAll('a, button, input, [role="button"]')]
      .filter((each) => each.checkVisibility({ visibilityProperty: true }))
      .filter((each) => {
        const { left, right, width } = each.getBoundingClientRect();
        return width > 1 && (left < -1 || right > innerWidth + 1) && !each.closest('.overflow-x-auto');
      })
      .map((each) => each.getAttribute('aria-label') ?? each.textContent.slice(0, 40));`);
}
