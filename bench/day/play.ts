import { mkdirSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { checkDay } from './check.js';
import { Desk } from './desk.js';
import { unequalFigures } from './figures.js';
import { planDay, type Story } from './plan.js';
import { readDay, type Present } from './read-day.js';
import { scenes, type Floor } from './scenes.js';
import { agents, prepareShop, supervisor } from './shop.js';
import { Shift } from './shift.js';
import { SocketVisitor } from './socket-visitor.js';
import { DayStack } from './stack.js';
import { visit } from './visit.js';
import { WidgetVisitor } from './widget-visitor.js';

export interface DayInput {
  seed: number;
  visitors: number;
  /** Of the visitors, in Chromium. */
  widgets: number;
  /** Between the first visitor and the last. */
  seconds: number;
  /** For pictures, and what the apps say. */
  folder: string;
  say: (line: string) => void;
}

export interface DayResult {
  messages: number;
  conversations: number;
  mails: number;
  answeredByMail: number;
  /** How often agents did each thing. */
  done: Record<string, number>;
  scenes: Record<string, string>;
  /** By the promise that is broken. */
  findings: Record<string, string[]>;
}

/** After the last visitor everything must be closed, put off or in the line within so long, s. */
const settleSeconds = 900;

export async function playDay(input: DayInput, browser: Browser): Promise<DayResult> {
  const { folder, say } = input;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const stack = await DayStack.start(folder, prepareShop);
  const present: Present[] = [];
  try {
    say('The shop is ready.');
    const plan = planDay(input.seed, input.visitors, input.widgets, input.seconds);
    const errors: string[] = [];
    let over = false;
    const arrive = async (story: Story) => {
      const gateway = present.length % 2;
      const visitor =
        story.client === 'widget'
          ? await WidgetVisitor.arrive(story.name, browser, stack.shopUrl)
          : await SocketVisitor.arrive(story.name, stack.gatewayUrl(gateway));
      present.push({ story, visitor });
      await visit(story, visitor, stack.mailbox, () => over).catch((error: Error) => errors.push(error.message));
    };
    await Promise.all(plan.stories.filter(({ kind }) => kind === 'mail').map(arrive));
    say('Nobody was there: the early visitors left their addresses.');

    const desks = [supervisor, ...agents].map(
      (each) => new Desk(each, browser, `${stack.gatewayUrl(each.gateway)}/console/`),
    );
    await Promise.all(desks.map((desk) => desk.signIn()));
    const everybody = desks.map((desk) => new Shift(desk, plan, folder));
    const [robin, ...shifts] = everybody;
    for (const shift of everybody) shift.start();
    const picture = async (desk: Desk, name: string) => void (await desk.picture(`${folder}/${name}.png`));
    const floor: Floor = { stack, shifts, supervisor: robin!, picture };

    const opened = Date.now();
    const visits = plan.stories
      .filter(({ kind }) => kind !== 'mail')
      .map(async (story) => {
        await pause(opened + story.arrivesAt * 1000 - Date.now());
        await arrive(story);
      });
    const played: Record<string, string> = {};
    const direct = async () => {
      for (const [n, { name, play }] of scenes.entries()) {
        await pause(opened + ((n + 0.5) / scenes.length) * input.seconds * 1000 - Date.now());
        played[name] = await play(floor).catch((error: Error) => {
          errors.push(`${name}: ${error.message.split('\n')[0]}`);
          return 'stumbled';
        });
        say(`${name}: ${played[name]}`);
        await robin!.instead(async () => {
          await robin!.desk.show('Wallboard');
          await robin!.desk.page.getByRole('region', { name: 'Waiting now' }).waitFor();
          await picture(robin!.desk, `wallboard-${n + 1}`);
        });
        for (const shift of shifts) await picture(shift.desk, `${shift.desk.person.name.split(' ')[0]}-${n + 1}`);
      }
    };
    await direct();
    await settled(stack, say);
    over = true;
    await Promise.all([...visits, ...everybody.map((shift) => shift.end())]);
    say('The shop is closed. Every screen is read.');

    for (const { story, visitor } of present) if (story.kind === 'mail') await visitor.comeBack();
    const day = await readDay(stack, present, desks);
    for (const { visitor } of present)
      if (visitor instanceof WidgetVisitor) await visitor.picture(`${folder}/widget-${visitor.name.split(' ')[1]}.png`);
    const { page } = robin!.desk;
    await robin!.desk.show('Reports');
    await page.getByRole('region', { name: 'Automation' }).waitFor();
    await picture(robin!.desk, 'reports');
    const figures = await unequalFigures(stack.db, page.context().request, stack.gatewayUrl(supervisor.gateway));
    return {
      messages: day.messages.length,
      conversations: day.conversations.length,
      mails: stack.mailbox.received.length,
      answeredByMail: stack.mailbox.answered.size,
      done: addUp(everybody.map(({ done }) => done)),
      scenes: played,
      findings: { ...checkDay({ ...day, errors: [...day.errors, ...errors] }), figures },
    };
  } finally {
    for (const { visitor } of present) await visitor.leave(); // a socket that waits for its gateway keeps the process alive
    await stack.stop();
  }
}

/** For so long, s: visitors look up only now and then. */
const calmSeconds = 6;

/** Nothing waits, nobody has an open chat, nothing comes back today, and no mail is on its way; or it takes too long. */
async function settled({ db, mailbox }: DayStack, say: (line: string) => void): Promise<void> {
  const end = Date.now() + settleSeconds * 1000;
  for (let [n, calm] = [0, 0]; calm < calmSeconds && Date.now() < end; n++) {
    const soon = new Date(Date.now() + 3_600_000);
    const busy = await db.conversation.count({
      where: { OR: [{ status: { in: ['bot', 'queued', 'open'] } }, { status: 'snoozed', snoozedUntil: { lt: soon } }] },
    });
    const mails = (await db.mailDelivery.count({ where: { state: 'waiting' } })) + mailbox.underWay();
    calm = busy + mails === 0 ? calm + 1 : 0;
    if (n % 15 === 0) say(`${busy} conversations and ${mails} mails are under way.`);
    await pause(1000);
  }
}

function addUp(counts: ReadonlyMap<string, number>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const [what, n] of counts.flatMap((each) => [...each])) sum[what] = (sum[what] ?? 0) + n;
  return sum;
}
