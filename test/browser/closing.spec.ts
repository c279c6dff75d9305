import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, it } from 'vitest';
import type { DecisionEvidence } from '#contracts';
import type { AgentActor, ContactActor } from '#conversation';
import { noEvidence, type Settled } from '#decision';
import { seed } from '../../prisma/seed.js';
import { startApp, type RunningApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { startCore } from '../support/core.js';
import { freshEnvironment, type TestEnvironment } from '../support/environment.js';
import { ownPort } from '../support/port.js';
import { logIn } from '../support/shop.js';
import { waitFor } from '../support/wait-for.js';

/** A folder for pictures of every dialog, light and dark, wide and narrow: BATON_PICTURES=docs/closing. */
const pictures = process.env.BATON_PICTURES;

let environment: TestEnvironment;
let core: Awaited<ReturnType<typeof startCore>>;
let gateway: RunningApp;
let alex: AgentActor;
let page: Page;
let browser: Browser;

beforeAll(async () => {
  environment = { ...(await freshEnvironment()), PORT: String(await ownPort()) };
  await seed(environment.DATABASE_URL);
  [core, gateway, browser] = [
    await startCore(environment),
    await startApp('gateway', environment),
    await launchBrowser(),
  ];
  const {
    id: userId,
    name,
    workspaceId,
  } = await core.db.user.findFirstOrThrow({ where: { email: 'alex@fernhill.example' } });
  alex = { type: 'agent', workspaceId, userId, name };
  page = await logIn(browser, { consoleUrl: `${gateway.url}/console/` }, 'alex@fernhill.example');
});

/** `reopen`: what a change of the window's width closes. */
async function shot(name: string, reopen = () => Promise.resolve()): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 860 });
    await reopen();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${pictures}/${name}-${width}-${colorScheme}.png` });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await reopen();
}

async function openPanel(): Promise<void> {
  const panel = page.getByRole('combobox', { name: 'Another topic' });
  if (!(await panel.isVisible())) await page.keyboard.press('e');
  await panel.waitFor();
}

async function customer(): Promise<ContactActor> {
  const { workspaceId } = alex;
  const { id: inboxId } = await core.db.inbox.findFirstOrThrow();
  const contactId = uuidv7();
  await core.db.contact.create({ data: { id: contactId, workspaceId } });
  return { type: 'contact', workspaceId, contactId, inboxId };
}

const send = (visitor: ContactActor, text: string) =>
  core.contactMessages.send(visitor, { clientMessageId: uuidv7(), text });
const reply = (conversationId: string, text: string) =>
  core.agentMessages.reply(alex, { conversationId, clientMessageId: uuidv7(), text });

/** What the bot has handed over, taken over by Alex, on the screen. */
async function taken(text: string, confidence = 0.4, requests: DecisionEvidence['requests'] = []) {
  const { workspaceId } = alex;
  const visitor = await customer();
  const { id: messageId, conversationId } = await send(visitor, text);
  const turn = (await core.botTurns.load({ workspaceId, conversationId, messageId }))!;
  const [sure, several] = [confidence >= 0.8, requests.length > 1];
  const rule = sure ? 'not_automated' : several ? 'several_requests' : 'not_confident';
  const reason = sure ? 'intent_not_automated' : 'low_confidence';
  const decision: Settled = {
    kind: 'escalate',
    rule,
    reason,
    urgent: false,
    replies: [],
    evidence: { ...noEvidence, requests },
  };
  const topK = ['order_status', 'delivery_cost', 'return_item'].map((intent, n) => ({
    intent,
    confidence: confidence / (n + 1),
  }));
  const prediction = { modelVersionId: uuidv7(), threshold: 0.8, confidence, oosScore: 0.1, topK };
  await core.botTurns.apply(turn, { decision, prediction });
  await core.handoff.takeOver(alex, conversationId);
  return { visitor, conversationId, messageId };
}

const show = async (conversationId: string) => {
  await page.goto(`${gateway.url}/console/inbox/mine/${conversationId}`);
  await page
    .getByRole('button', { name: /^Resolve/ })
    .first()
    .waitFor();
};
const write = async (text: string) => {
  await page.getByLabel('Reply', { exact: true }).fill(text);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape'); // out of the box
};
const resolveButton = () => page.getByRole('button', { name: 'Resolve e', exact: true });
const notice = (text: string | RegExp) => page.getByText(text).first();
const examples = async (conversationId: string) => {
  const rows = await core.db.$queryRaw<{ text: string; name: string | null }[]>`
    SELECT t.text, i.name FROM training_example t JOIN resolution r ON r.id = t."resolutionId" LEFT JOIN intent i ON i.id = t."intentId"
    WHERE r."conversationId" = ${conversationId}::uuid ORDER BY t.id`;
  return rows.map(({ text, name }) => [text, name]);
};
const status = async (id: string) => (await core.db.conversation.findUniqueOrThrow({ where: { id } })).status;

it('a closing by mistake is taken back; closing without a reply asks; an unsure bot proposes nothing by itself', async () => {
  const { conversationId } = await taken('can the blue one go back');
  await show(conversationId);
  await page.keyboard.press('e');
  await page.getByText('The bot will learn from').waitFor();
  await page.keyboard.press('Enter'); // picks nothing
  await shot('unsure', openPanel);
  await page.keyboard.press('3');
  await page.getByRole('alertdialog', { name: 'Resolve without a reply?' }).waitFor();
  await shot('without-a-reply');
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await status(conversationId)).toBe('open');

  await write('Yes, within 30 days.');
  await page.getByText('Sending…').waitFor({ state: 'detached' });
  await page.keyboard.press('e');
  const chosen = await page.getByRole('option', { name: /^3/ }).textContent();
  await page.keyboard.press('3');
  await notice(/The bot learns: “can the blue one go back” is about/).waitFor();
  expect(await examples(conversationId)).toHaveLength(1); // whatever happens to the browser now
  await shot('undo');
  await page.keyboard.press('z');
  await waitFor(async () => (await status(conversationId)) === 'open');
  expect(await examples(conversationId)).toEqual([]);
  await resolveButton().waitFor();
  await page.keyboard.press('e');
  expect(await page.getByRole('option', { name: /^3/ }).textContent()).toBe(chosen);
  await page.getByRole('combobox', { name: 'Another topic' }).fill('gift');
  await page
    .getByRole('option', { name: /Gift card/i })
    .first()
    .click();
  await waitFor(async () => (await examples(conversationId))[0]?.[1] === 'gift_card');
});

it('what the bot was sure of is one click, put right in the closed conversation; a call for a person teaches nothing', async () => {
  const { conversationId, visitor } = await taken('where is order 1042', 0.9);
  await send(visitor, 'get me a human');
  await reply(conversationId, 'It left today.');
  await show(conversationId);
  await page.getByRole('button', { name: /^Resolve: Order status/ }).click();
  await page.getByRole('button', { name: 'What did this teach?' }).click();
  const sheet = page.getByRole('dialog', { name: 'What did this teach?' });
  await sheet.getByText('said by you').waitFor();
  expect(await examples(conversationId)).toEqual([['where is order number', 'order_status']]);
  await sheet.getByRole('button', { name: 'Put it right' }).click();
  await shot('taught');
  await sheet.getByRole('option', { name: /None of our topics/ }).click();
  await waitFor(async () => (await examples(conversationId))[0]?.[1] === null);
});

it('a click in the history, or Alt with an arrow, chooses what the bot will learn', async () => {
  const { conversationId, visitor } = await taken('can the blue one go back');
  await send(visitor, 'and what does delivery cost');
  await reply(conversationId, 'Yes; delivery is 3.95.');
  await show(conversationId);
  await openPanel();
  const history = page.getByRole('log', { name: 'Messages' });
  const bubble = (text: string) => history.getByRole('button', { name: text, exact: true });
  const learned = async (text: string) => {
    await page.getByRole('dialog', { name: 'Resolve' }).getByText(text).waitFor();
    expect(await bubble(text).getAttribute('aria-pressed')).toBe('true');
    expect(await history.getByText('The bot will learn this').count()).toBe(1);
  };
  await learned('can the blue one go back');
  await shot('from-the-history', openPanel);
  await bubble('and what does delivery cost').click();
  await learned('and what does delivery cost');
  await page.keyboard.press('Alt+ArrowUp');
  await learned('can the blue one go back');
  await page.keyboard.press('Alt+ArrowDown');
  await learned('and what does delivery cost');
  await page.getByRole('combobox', { name: 'Another topic' }).fill('delivery cost');
  await page.keyboard.press('Enter');
  await waitFor(async () => (await examples(conversationId)).length === 1);
  expect(await examples(conversationId)).toEqual([['and what does delivery cost', 'delivery_cost']]);
  await bubble('can the blue one go back').waitFor({ state: 'detached' }); // a text again
});

/** Alex's console in another window. */
async function another(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ ...options, storageState: await page.context().storageState() });
  return context.newPage();
}

it('on a telephone a thumb reaches each message, below which the closing is asked about', async () => {
  const { conversationId, visitor } = await taken('can the blue one go back');
  const questions = ['and what does delivery cost', 'do you have it in green', 'how long is the guarantee'];
  for (const text of questions) await send(visitor, text);
  await reply(conversationId, 'Yes; delivery is 3.95.');
  const phone = await another({ viewport: { width: 390, height: 700 }, hasTouch: true, isMobile: true });
  await phone.goto(`${gateway.url}/console/inbox/mine/${conversationId}`);
  await phone.getByRole('button', { name: /^Resolve/ }).tap();
  const sheet = phone.getByRole('dialog', { name: 'Resolve' });
  await sheet.getByText('can the blue one go back').waitFor();
  expect(await phone.evaluate('document.activeElement.role')).toBe('dialog'); // no box, whose keyboard would cover it
  for (const text of [...questions.toReversed(), 'can the blue one go back']) {
    const bubble = phone.getByRole('log').getByRole('button', { name: text, exact: true });
    await bubble.tap(); // fails where something covers it
    await sheet.locator('blockquote').getByText(text).waitFor();
    expect(await bubble.getAttribute('aria-pressed')).toBe('true');
  }
  if (pictures) await phone.screenshot({ path: `${pictures}/telephone.png` });
  await sheet.getByRole('button', { name: 'Close' }).tap();
  await phone.getByLabel('Reply', { exact: true }).waitFor();
  await phone.getByRole('button', { name: /^Resolve/ }).tap();
  await sheet.getByRole('option', { name: /None of our topics/ }).tap();
  await waitFor(async () => (await status(conversationId)) === 'resolved');
  expect(await examples(conversationId)).toEqual([['can the blue one go back', null]]);
  await phone.context().close();
});

it.each(['en', 'de', 'ar'])(
  'the header keeps its buttons in one line beside the contact panel (%s)',
  async (locale) => {
    const { conversationId } = await taken('where is order 1042', 0.9);
    const { contactId } = await core.db.conversation.findUniqueOrThrow({ where: { id: conversationId } });
    await core.db.contact.update({ where: { id: contactId }, data: { name: 'Maximiliane von Hohenstein' } });
    const laptop = await another({ locale, reducedMotion: 'reduce' });
    for (const width of [1024, 1280, 1440]) {
      await laptop.setViewportSize({ width, height: 800 });
      await laptop.goto(`${gateway.url}/console/inbox/mine/${conversationId}`);
      const header = laptop.locator('section header').last();
      await header.locator('button').nth(7).waitFor();
      for (const colorScheme of pictures ? (['light', 'dark'] as const) : []) {
        await laptop.emulateMedia({ colorScheme });
        await laptop.screenshot({ path: `${pictures}/header-${locale}-${width}-${colorScheme}.png` });
      }
      const name = (await header.locator('h2').boundingBox())!;
      const [first, last] = [header.locator('button.bg-accent').first(), header.locator('button').last()];
      const [resolve, more] = [(await first.boundingBox())!, (await last.boundingBox())!];
      expect([width, more.y - resolve.y, (await header.boundingBox())!.height < 90]).toEqual([width, 0, true]);
      expect(name.width).toBeGreaterThan(70);
      const [end, beside] = locale === 'ar' ? [more.x + more.width, name.x] : [name.x + name.width, resolve.x];
      expect(end).toBeLessThanOrEqual(beside);
    }
    await laptop.context().close();
  },
);

it('two requests of one message are two labels', async () => {
  const part = (from: number, to: number, intent: string) =>
    ({ from, to, intent, confidence: 0.5, kind: 'escalate', rule: 'not_confident' }) as const;
  const { conversationId } = await taken('where is my parcel and how much is delivery', 0.5, [
    part(0, 18, 'order_status'),
    part(23, 43, 'delivery_cost'),
  ]);
  await reply(conversationId, 'It left today; delivery is 3.95.');
  await show(conversationId);
  await page.keyboard.press('e');
  await page.getByText('1 of 2').waitFor();
  await shot('two-requests', openPanel);
  await page.getByRole('option', { name: /Order status/ }).click();
  await page.getByText('2 of 2').waitFor();
  await page.getByRole('button', { name: 'Change' }).waitFor({ state: 'detached' }); // there is nothing else to learn
  await page.getByRole('option', { name: /Delivery cost/ }).click();
  await waitFor(async () => (await examples(conversationId)).length === 2);
  expect(await examples(conversationId)).toEqual([
    ['where is my parcel', 'order_status'],
    ['how much is delivery', 'delivery_cost'],
  ]);
});

it('a hand-back asks the bot what is open, or says why the bot will not answer', async () => {
  const { conversationId, visitor } = await taken('where is my parcel');
  await show(conversationId);
  await page.getByRole('button', { name: 'Hand back' }).click();
  const warning = page.getByRole('alertdialog', { name: 'The bot will not answer this' });
  await warning.getByText(/not sure enough/).waitFor();
  await shot('hand-back');
  await warning.getByRole('button', { name: 'Cancel' }).click();

  await reply(conversationId, 'It left today.');
  const { id } = await send(visitor, 'how much is delivery?');
  await show(conversationId);
  await page.getByText('how much is delivery?').first().waitFor();
  await page.getByRole('button', { name: 'Hand back' }).click();
  await notice(/The bot is asked about “how much is delivery\?”/).waitFor();
  expect(await core.db.message.findUnique({ where: { id } })).toMatchObject({ awaitingDecision: true });
});

it('the evidence of a message beyond the newest page is shown, and stays with its message', async () => {
  const { conversationId } = await taken('where is my parcel');
  for (let n = 1; n <= 60; n++) await reply(conversationId, `Line ${n}`);
  await show(conversationId);
  const evidence = page.getByRole('complementary', { name: 'Evidence and contact' });
  await evidence.getByText('Order status').first().waitFor();
  const log = page.getByRole('log');
  const line = log.getByText(/^Handed over: not sure enough —/);
  expect(await line.count()).toBe(0);
  await page.evaluate(`document.querySelector('[role="log"]').scrollTo({ top: -1_000_000 })`);
  await line.waitFor();
});

/** With its history, and with what a closing would teach: neither can be asked for without a connection. */
async function showThenCut(conversationId: string, text: string): Promise<void> {
  const closing = page.waitForResponse((response) =>
    response.url().endsWith(`/conversations/${conversationId}/closing`),
  );
  await show(conversationId);
  await closing;
  await page.getByRole('log').getByText(text).waitFor();
  await page.getByLabel('Reply', { exact: true }).waitFor();
  await gateway.stop();
  await page.getByText(/The connection is lost/).waitFor();
}

it('replies that wait for the connection are sent before the conversation closes', async () => {
  const { conversationId } = await taken('where is my parcel');
  await showThenCut(conversationId, 'where is my parcel');
  for (const text of ['It left today.', 'Here is the link.']) await write(text);
  await resolveButton().click();
  await page.getByRole('combobox', { name: 'Another topic' }).waitFor();
  await page.keyboard.press('2');
  await page.getByText('Sending what you wrote first…').waitFor();
  await shot('unsent');
  gateway = await startApp('gateway', environment);
  await waitFor(async () => (await status(conversationId)) === 'resolved');
  const said = await core.db.message.findMany({ where: { conversationId }, orderBy: { seq: 'asc' } });
  expect(said.slice(-3).map(({ text, kind }) => text || kind)).toEqual([
    'It left today.',
    'Here is the link.',
    'activity',
  ]);
});

it('replies that wait for the connection are sent although their tab was closed meanwhile', async () => {
  const { conversationId } = await taken('is my parcel lost');
  await showThenCut(conversationId, 'is my parcel lost');
  await write('I have asked the carrier.');
  await page.getByText('Sending…').waitFor();
  const address = page.url();
  const next = await page.context().newPage();
  await page.close();
  page = next;
  gateway = await startApp('gateway', environment);
  await page.goto(address);
  const saidByAgent = () =>
    core.db.message.findMany({ where: { conversationId, kind: 'outbound', senderType: 'agent' } });
  await waitFor(async () => (await saidByAgent()).length > 0);
  await page.getByRole('log').getByText('I have asked the carrier.').waitFor();
  await page.getByText('Sending…').waitFor({ state: 'detached' });
  expect((await saidByAgent()).map(({ text }) => text)).toEqual(['I have asked the carrier.']);
});
