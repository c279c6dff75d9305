import { setTimeout as pause } from 'node:timers/promises';
import { conversationOf, tried, type Desk } from './desk.js';
import type { Shift } from './shift.js';
import type { DayStack } from './stack.js';

/** Who is at work, and what a scene of the day acts on. */
export interface Floor {
  stack: DayStack;
  shifts: Shift[];
  /** Takes no offers. */
  supervisor: Shift;
  picture: (desk: Desk, name: string) => Promise<void>;
}

/** What a scene waits for: that somebody has a chat or an offer, s. */
const patienceSeconds = 90;
const gatewayAwaySeconds = 3;

/** What happens on top of the ordinary work, in its order. Each says what came of it. */
export const scenes: { name: string; play: (floor: Floor) => Promise<string> }[] = [
  { name: 'two accept at once', play: twoAcceptAtOnce },
  { name: 'the supervisor takes over', play: supervisorTakesOver },
  { name: 'a laptop is closed with open chats', play: laptopClosed },
  { name: 'a gateway is killed', play: gatewayKilled },
  { name: 'two accept at once, again', play: twoAcceptAtOnce },
];

/** What is on offer to one agent is taken from the list by another, in the same moment. */
async function twoAcceptAtOnce({ stack, shifts, picture }: Floor): Promise<string> {
  const [one, other] = (await byRoom(stack, shifts)) as [Shift, Shift, Shift];
  const { page } = other.desk;
  return one.instead(() =>
    other.instead(async () => {
      await other.desk.show('Waiting');
      const offered = await until(async () => {
        const id = await offerTo(stack, one);
        return id !== null && (await other.desk.open(id)) && (await offerTo(stack, one)) === id ? id : null;
      });
      if (!offered) return 'nothing was on offer for long enough';
      const takeOver = conversationOf(page).getByRole('button', { name: 'Take over', exact: true });
      const [accepted, taken] = await Promise.all([one.desk.accept(), tried(takeOver.click({ timeout: 3000 }))]);
      await pause(1000);
      await picture(other.desk, 'two-accept-at-once');
      const cancel = page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' });
      const wasAsked = await tried(cancel.click({ timeout: 1000 }));
      const owner = await ownerOf(stack, offered);
      return `accepted: ${accepted}, taken over: ${taken}${wasAsked ? ', asked first' : ''}, it is ${owner}’s`;
    }),
  );
}

async function supervisorTakesOver({ stack, supervisor, picture }: Floor): Promise<string> {
  const { desk } = supervisor;
  return supervisor.instead(async () => {
    for (let n = 0; n < 3; n++) {
      const id = await until(() => openChat(stack));
      if (!id) break;
      await desk.show('All');
      if (!(await desk.open(id)) || !(await desk.takeOver())) continue;
      await picture(desk, 'supervisor-took-over');
      await desk.reply('I am the team lead and see to this myself. (Robin)');
      return 'taken over from its agent, and answered';
    }
    return 'nobody had a chat';
  });
}

/** The agent is gone without a word for long enough that others get the chats, and comes back. */
async function laptopClosed({ stack, shifts }: Floor): Promise<string> {
  const shift = shifts[1]!;
  const chats = () => openOf(stack, shift.desk.person.email);
  const before = (await until(async () => ((await chats()) >= 2 ? chats() : null))) ?? (await chats());
  await shift.end();
  await shift.desk.closeLaptop();
  const requeued = await until(async () => (await chats()) === 0);
  await shift.desk.signIn();
  shift.start();
  return `${before} open chats, ${requeued ? 'all' : 'not all'} went back to the line`;
}

async function gatewayKilled({ stack, shifts, picture }: Floor): Promise<string> {
  const killed = stack.killGateway(0, gatewayAwaySeconds);
  const { desk } = shifts[0]!;
  const told = await tried(desk.page.getByText(/The connection is lost/).waitFor({ timeout: 5000 }));
  await picture(desk, 'gateway-killed');
  await killed;
  await desk.page.getByText(/The connection is lost/).waitFor({ state: 'detached' });
  return told ? 'its agents were told, and are back' : 'back before anybody was told';
}

async function until<T>(condition: () => Promise<T>): Promise<T | null> {
  const end = Date.now() + patienceSeconds * 1000;
  for (;;) {
    const value = await condition();
    if (value || Date.now() > end) return value || null;
    await pause(250);
  }
}

async function offerTo({ db }: DayStack, { desk }: Shift): Promise<string | null> {
  const { id: agentId } = await db.user.findUniqueOrThrow({ where: { email: desk.person.email } });
  const offer = await db.assignment.findFirst({ where: { agentId, status: 'offered' } });
  return offer?.conversationId ?? null;
}

/** Whoever has the fewest chats first. */
async function byRoom(stack: DayStack, shifts: Shift[]): Promise<Shift[]> {
  const chats = await Promise.all(
    shifts.map(async (shift) => ({ shift, open: await openOf(stack, shift.desk.person.email) })),
  );
  return chats.sort((a, b) => a.open - b.open).map(({ shift }) => shift);
}

async function openChat({ db }: DayStack): Promise<string | null> {
  return (
    (await db.conversation.findFirst({ where: { status: 'open' }, orderBy: { lastMessageAt: 'desc' } }))?.id ?? null
  );
}

async function openOf({ db }: DayStack, email: string): Promise<number> {
  const { id: ownerId } = await db.user.findUniqueOrThrow({ where: { email } });
  return db.conversation.count({ where: { ownerId, status: 'open' } });
}

async function ownerOf({ db }: DayStack, id: string): Promise<string> {
  const { ownerId, ownerType } = await db.conversation.findUniqueOrThrow({ where: { id } });
  return ownerId ? (await db.user.findUniqueOrThrow({ where: { id: ownerId } })).name : `the ${ownerType}`;
}
