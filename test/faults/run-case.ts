import { seededRandom } from '#statistics';
import { demoInboxKey } from '../../prisma/seed.js';
import { waitFor } from '../support/wait-for.js';
import { Agent } from './agents.js';
import { lasting, type FaultCase, type Scene } from './fault-case.js';
import { check, type Disturbance, type Findings, type History } from './history.js';
import { readHistory } from './read-history.js';
import { secondInboxKey, type PreparedShop } from './shop.js';
import { agentEmails, Stack } from './stack.js';
import { TcpProxy } from '../support/tcp-proxy.js';
import { startAsking, Visitor } from './visitors.js';

const nVisitors = 20;
const calmSeconds = 3;
/** The longest that a backlog may take; the promise is 30 s. */
const drainSeconds = 60;
/** What is younger than this is under way and not a backlog, ms. */
const underWayMs = 2000;
const cutEveryMs = 700;
/** DECISION_DEADLINE_SECONDS, as the apps have it by default. */
const decisionDeadlineMs = 10_000;
const takeOverEveryMs = 4000;

export interface Row {
  case: string;
  messages: number;
  findings: Findings;
  /** From the end of the fault until nothing waited longer than usual, seconds; null: not within a minute. */
  recoverySeconds: number | null;
  /** The longest that a message waited for its decision. */
  longestWaitSeconds: number;
}

/** Load, fault, recovery, check. */
export async function runCase(faultCase: FaultCase, shop: PreparedShop, seed: number): Promise<Row> {
  const random = seededRandom(seed);
  const stack = await Stack.start(shop, faultCase.stack);
  const cleanUp: (() => unknown)[] = [() => stack.stop()];
  try {
    const unprepare = await faultCase.prepare?.({ stack });
    if (unprepare) cleanUp.unshift(unprepare);
    const proxy = faultCase.throughProxy
      ? await TcpProxy.to(() => Number(new URL(stack.url('gateway')).port))
      : undefined;
    if (proxy) cleanUp.unshift(() => proxy.close());

    const gatewayOf = (i: number) => stack.url(stack.gateways[i % stack.gateways.length]!);
    const visitors = Array.from({ length: nVisitors }, (_, i) => {
      const inbox = faultCase.secondShop && i >= 15 ? secondInboxKey : demoInboxKey;
      return new Visitor(`visitor ${i + 1}`, proxy ? `http://127.0.0.1:${proxy.port}` : gatewayOf(i), inbox, i);
    });
    cleanUp.unshift(() => visitors.forEach((visitor) => visitor.stop()));
    const agents = await Promise.all(agentEmails.map((email, i) => Agent.signIn(gatewayOf(i), email, random)));
    cleanUp.unshift(() => agents.forEach((agent) => void agent.close()));
    await waitFor(() => [...visitors, ...agents].every(({ online }) => online));

    const scene: Scene = { stack, visitors, agents, random, sent: [], lasting, drained: () => drained(scene) };
    return await underLoad(faultCase, scene, proxy);
  } finally {
    for (const task of cleanUp) await task();
  }
}

async function underLoad(faultCase: FaultCase, scene: Scene, proxy: TcpProxy | undefined): Promise<Row> {
  const { visitors, agents, random } = scene;
  const stopAsking = startAsking(visitors, random, { perSecond: 20, pairs: 10, ...faultCase.load });
  for (const agent of agents) agent.start();
  const takeOvers = setInterval(() => {
    const withBot = visitors.filter(({ ownerType, conversationId }) => ownerType === 'bot' && conversationId);
    const chosen = withBot[Math.floor(random.next() * withBot.length)];
    const agent = agents[Math.floor(random.next() * agents.length)]!;
    if (chosen && agent.online) void agent.takeOver(chosen.conversationId!);
  }, takeOverEveryMs);

  await lasting(calmSeconds);
  const disturbance: Disturbance = { from: Date.now(), to: Infinity };
  const cuts = proxy && setInterval(() => proxy.cut(), cutEveryMs);
  await faultCase.inject(scene);
  clearInterval(cuts);
  const over = Date.now();
  const recovered = await drained(scene).then(
    () => true,
    () => false,
  );
  disturbance.to = Date.now();

  await lasting(calmSeconds);
  clearInterval(takeOvers);
  stopAsking();
  await Promise.all(agents.map((agent) => agent.stop()));
  await waitFor(() => allSettled(scene), drainSeconds).catch(() => undefined); // what is missing then, the checker names
  const history = await readHistory(scene);
  const excused = new Set([
    ...history.texts.filter(({ text }) => faultCase.excused?.test(text)).map(({ id }) => id),
    ...(faultCase.outlastsDeadline ? overdue(history) : []),
  ]);
  return {
    case: faultCase.name,
    messages: history.sent.length,
    findings: check(history, disturbance, excused),
    recoverySeconds: recovered ? (disturbance.to - over) / 1000 : null,
    longestWaitSeconds: Math.max(0, ...waits(history).map(({ ms }) => ms)) / 1000,
  };
}

/** Rejects after the time that a backlog may take at most. */
async function drained(scene: Scene): Promise<void> {
  await waitFor(() => backlogIsGone(scene), drainSeconds);
}

/** Nothing has waited for longer than what is always under way. */
async function backlogIsGone({ stack, visitors, agents }: Scene): Promise<boolean> {
  if (visitors.some((visitor) => visitor.unsent(Date.now() - underWayMs) > 0)) return false;
  if (!visitors.every(({ online }) => online) || !agents.some(({ online }) => online)) return false;
  const [{ waiting }] = await stack.db.$queryRaw<[{ waiting: boolean }]>`
    SELECT EXISTS (SELECT FROM message WHERE "awaitingDecision" AND "createdAt" < now() - make_interval(secs => ${underWayMs / 1000}))
      OR EXISTS (SELECT FROM outbox WHERE "createdAt" < now() - make_interval(secs => ${underWayMs / 1000})) AS waiting`;
  return !waiting;
}

/** Everybody has sent what they wrote and seen what there is, and the bot owes nothing. */
async function allSettled({ stack, visitors, agents }: Scene): Promise<boolean> {
  if (visitors.some((visitor) => visitor.unsent() > 0) || agents.some((agent) => agent.unsent() > 0)) return false;
  const conversations = await stack.db.conversation.findMany({ select: { id: true, lastPublicSeq: true } });
  const lastSeq = new Map(conversations.map(({ id, lastPublicSeq }) => [id, lastPublicSeq]));
  const seen = visitors.every((visitor) => visitor.lastSeq() === (lastSeq.get(visitor.conversationId ?? '') ?? 0));
  return seen && (await stack.db.message.count({ where: { awaitingDecision: true } })) === 0;
}

/** Messages that were decided only after the time that a decision may take: by then they are for people. */
function overdue(history: History): string[] {
  return waits(history)
    .filter(({ ms }) => ms >= decisionDeadlineMs)
    .map(({ messageId }) => messageId);
}

/** From each message to its decision, ms. */
function waits({ messages, decisions }: History): { messageId: string; ms: number }[] {
  const sentAt = new Map(messages.map(({ id, createdAt }) => [id, createdAt]));
  return decisions.map(({ messageId, createdAt }) => ({ messageId, ms: createdAt - sentAt.get(messageId)! }));
}
