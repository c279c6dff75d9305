import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { activity } from '#contracts';
import type { Database } from '#database';
import { groupBy } from '#statistics';
import { activityOf } from '../../test/faults/history.js';
import type { Day } from './check.js';
import { addressOf, answerByMail } from './visit.js';
import type { Desk } from './desk.js';
import type { DayStack } from './stack.js';
import type { Visitor } from './visitor.js';
import type { Story } from './plan.js';

export interface Present {
  story: Story;
  visitor: Visitor;
}

/** A busy machine draws slowly, ms. */
const patience = 20_000;

/** Everything that PostgreSQL holds and every screen shows, once nothing moves any more. */
export async function readDay({ db, mailbox }: DayStack, present: Present[], desks: Desk[]): Promise<Day> {
  const people = new Set((await db.user.findMany()).map(({ id }) => id));
  const waiting = new Set((await db.queueEntry.findMany()).map(({ conversationId }) => conversationId));
  const conversations = await db.conversation.findMany();
  const visitors = await Promise.all(present.map(async (each) => ({ ...each, conversationId: await find(db, each) })));
  const messages = await db.message.findMany({ orderBy: [{ conversationId: 'asc' }, { seq: 'asc' }] });
  const spoken = groupBy(
    messages.filter(({ text }) => text !== ''),
    ({ conversationId }) => conversationId,
  );
  const bubblesOf = (resolved: boolean) =>
    new Map(
      conversations
        .filter(({ status }) => (status === 'resolved') === resolved)
        .map(({ id }) => [id, spoken.get(id)?.length ?? 0]),
    );
  const [atVisitors, atDesks] = await Promise.all([
    Promise.all(
      visitors.map(({ visitor, conversationId }) => {
        const bubbles = (spoken.get(conversationId) ?? []).filter(({ kind }) => kind !== 'note');
        return shownToVisitor(visitor, conversationId, bubbles.length);
      }),
    ),
    Promise.all(desks.map((desk) => walkThrough(desk, bubblesOf(false), bubblesOf(true)))),
  ]);
  return {
    messages: messages.map((message) => ({
      ...message,
      activity: activityOf(message),
      emailLeft: activity.nullable().parse(message.activity)?.code === 'email_left',
      createdAt: message.createdAt.getTime(),
    })),
    decisions: (await db.decision.findMany()).map((each) => ({ ...each, createdAt: each.createdAt.getTime() })),
    conversations: conversations.map(({ id, status, ownerType, ownerId }) => ({
      ...{ id, status, owner: ownerType, waits: waiting.has(id), ownerKnown: ownerId !== null && people.has(ownerId) },
    })),
    visitors: visitors.map(({ visitor: { name, said, emailAskedAgain }, story, conversationId }) => ({
      ...{ name, conversationId, emailAskedAgain },
      said: mailbox.answered.has(addressOf(story)) ? [...said, answerByMail] : said,
    })),
    agents: desks.map(({ person, said }, n) => ({ name: person.name, said, refused: atDesks[n]!.refused })),
    shown: [...atVisitors, ...atDesks.flatMap(({ shown }) => shown)],
    lists: atDesks.map(({ shown }, n) => ({
      by: desks[n]!.person.name,
      conversationIds: shown.map(({ conversationId }) => conversationId),
    })),
    errors: desks.flatMap(({ person, errors }) => errors.map((error) => `${person.name}: ${error}`)),
  };
}

async function find(db: Database, { visitor }: Present): Promise<string> {
  const tokenHash = createHash('sha256')
    .update(await visitor.token())
    .digest('hex');
  const { contactId } = await db.contactSession.findUniqueOrThrow({ where: { tokenHash } });
  return (await db.conversation.findFirstOrThrow({ where: { contactId } })).id;
}

/** As soon as all of it is on the screen, or as far as it comes. */
async function shownToVisitor(visitor: Visitor, conversationId: string, bubbles: number) {
  const end = Date.now() + patience;
  let { lines } = await visitor.screen();
  for (; lines.length < bubbles && Date.now() < end; await pause(100)) ({ lines } = await visitor.screen());
  return { by: visitor.name, conversationId, seesNotes: false, texts: lines.map(({ text }) => text) };
}

interface Thread {
  conversationId: string;
  loaded: boolean;
  texts: string[];
  refused: string[];
}

/** Bubbles of the conversation on the screen: those of the history have a place in it, those that were not sent have none. */
const readThread = `(() => {
  const log = document.querySelector('[role=log]');
  const articles = [...(log?.querySelectorAll('article') ?? [])];
  const text = (article) => article.querySelector('.rounded-2xl')?.textContent ?? '';
  return {
    conversationId: document.querySelector('[data-conversation][aria-current]')?.dataset.conversation ?? '',
    loaded: /The conversation starts here/.test(log?.textContent ?? ''),
    texts: articles.filter(({ id }) => id).map(text),
    refused: articles.filter(({ id }) => !id).map(text),
  };
})()`;

/** How many bubbles each conversation has, by its id. */
type Bubbles = ReadonlyMap<string, number>;

/** Opens every conversation of the lists, from their top to their end, by the keyboard. */
async function walkThrough(desk: Desk, open: Bubbles, resolved: Bubbles) {
  const { page, person } = desk;
  const threads = new Map<string, Thread>();
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Escape'); // whatever is open
  for (const [view, bubbles] of [['All', open] as const, ['Resolved', resolved] as const]) {
    if (bubbles.size === 0) continue;
    await desk.show(view);
    await page.getByRole('list', { name: view }).getByRole('link').first().waitFor();
    for (let n = 0; n < bubbles.size; n++) {
      await toNextRow(page);
      await page.keyboard.press('Enter');
      const thread = await nextThread(page, threads, bubbles);
      if (!thread) break;
      threads.set(thread.conversationId, thread);
    }
  }
  const shown = [...threads.values()].map(({ conversationId, texts }) => ({
    ...{ by: person.name, conversationId, seesNotes: true, texts },
  }));
  const drafts = await page.evaluate<string[]>(readDrafts);
  return { shown, refused: [...[...threads.values()].flatMap(({ refused }) => refused), ...drafts] };
}

/** What was still in the box when the conversation went to somebody else. */
const readDrafts = `Object.entries(localStorage).filter(([key]) => key.startsWith('baton.draft.')).map(([, text]) => text)`;

const readFocus = `document.activeElement?.getAttribute('data-conversation') ?? ''`;

/** The row has the focus a frame after the key. */
async function toNextRow(page: Page): Promise<void> {
  const before = await page.evaluate<string>(readFocus);
  await page.keyboard.press('j');
  for (const end = Date.now() + patience / 10; Date.now() < end; await pause(20))
    if ((await page.evaluate<string>(readFocus)) !== before) return;
}

/** One that was not seen yet, once all of it is on the screen, or as far as it comes. */
async function nextThread(page: Page, seen: ReadonlyMap<string, Thread>, bubbles: Bubbles): Promise<Thread | null> {
  let last: Thread | null = null;
  for (const end = Date.now() + patience; Date.now() < end; await pause(50)) {
    const thread = await page.evaluate<Thread>(readThread);
    if (!thread.loaded || !bubbles.has(thread.conversationId) || seen.has(thread.conversationId)) continue;
    last = thread;
    if (thread.texts.length >= (bubbles.get(thread.conversationId) ?? 0)) break;
  }
  return last;
}
