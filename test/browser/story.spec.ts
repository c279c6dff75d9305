import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { createDatabase, type Database } from '#database';
import { atEnd } from '../support/at-end.js';
import { launchBrowser } from '../support/browser.js';
import { logIn, openChat, startDemoShop, type DemoShop } from '../support/shop.js';
import { waitFor } from '../support/wait-for.js';

/** A folder for new pictures of the README: BATON_PICTURES=docs. */
const pictures = process.env.BATON_PICTURES;

let demo: DemoShop;
let browser: Browser;
let db: Database;

beforeAll(async () => {
  demo = await startDemoShop();
  browser = await launchBrowser();
  db = createDatabase(demo.env.DATABASE_URL, 2);
  atEnd(() => db.$disconnect());
});

it('answers from an approved answer, hands the odd question to a person, and learns from how it is closed', async () => {
  const alex = await logIn(browser, demo, 'alex@fernhill.example');
  const { page, chat, ask } = await openChat(browser, demo);

  await ask('where is my order 1042?');
  await chat.getByText(/which e-mail address did you order with/).waitFor();
  await ask('robin.ashdown@example.com');
  await chat.getByText(/Order 1042 is out for delivery/).waitFor();

  const odd = 'do you know how to fix a leaking tap in a submarine';
  await ask(odd);
  await alex.getByText('waits for you').waitFor();
  await chat.getByText('You are number 1 in the queue').waitFor();
  await alex.getByRole('button', { name: /^Accept/ }).click();

  const conversation = alex.getByRole('region', { name: /^Conversation with/ });
  await conversation.getByText(odd).waitFor();
  const evidence = alex.getByRole('complementary', { name: 'Evidence and contact' });
  await evidence.getByText(/^(Not sure enough|Outside its scope)$/).waitFor();
  await evidence.getByRole('region', { name: 'Most likely intents' }).getByRole('listitem').nth(2).waitFor();
  await chat.getByText('Alex Moreau joined the conversation').waitFor();

  const reply = 'Not for submarines, I am afraid. Is there something in the shop that I can help with?';
  await alex.getByLabel('Reply', { exact: true }).fill(reply);
  await alex.keyboard.press('Enter');
  await chat.getByText(reply).waitFor();
  await ask('no, thank you, that was all');
  await conversation.getByText('no, thank you, that was all').waitFor();
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
    await alex.screenshot({ path: `${pictures}/console.png` });
    await page.screenshot({ path: `${pictures}/widget.png` });
  }

  await alex.getByRole('button', { name: 'Resolve' }).last().click();
  await alex.getByRole('option', { name: /None of our topics/ }).click();
  await chat.getByText('This conversation is closed').waitFor();

  const example = await waitFor(() => db.trainingExample.findFirst({ where: { text: odd } }));
  expect(example).toMatchObject({ outOfScope: true, source: 'agent_correction', reply });
  const bot = await db.message.findMany({ where: { senderType: 'bot' } });
  // Two answers, and the words of the hand-over.
  expect(bot.map((message) => message.modelVersionId)).toEqual(Array(3).fill(expect.any(String)));
});

it('takes over, hands back, and the bot answers again', async () => {
  const sam = await logIn(browser, demo, 'sam@fernhill.example');
  const { chat, ask } = await openChat(browser, demo);
  await ask('how much is delivery?');
  await chat.getByText(/3\.95/).waitFor();

  await sam.getByRole('link', { name: /^All/ }).click();
  await sam.getByRole('list', { name: 'All' }).getByRole('link').first().click();
  await sam.getByRole('button', { name: 'Take over', exact: true }).click();
  await chat.getByText('Sam Okafor joined the conversation').waitFor();
  await sam.getByRole('button', { name: /Hand back/ }).click();
  await chat.getByText(/handed the conversation back/).waitFor();
  await ask('can i get an invoice for my order?');
  await chat
    .getByText(/invoice/i)
    .nth(1)
    .waitFor();
});

it('survives a reload with everything said before', async () => {
  const { page, chat, ask } = await openChat(browser, demo);
  await ask('how much is delivery?');
  await chat.getByText(/3\.95/).waitFor();
  await page.reload();
  await chat.getByText('how much is delivery?').waitFor();
  await chat.getByText(/3\.95/).waitFor();
});
