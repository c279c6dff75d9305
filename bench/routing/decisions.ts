import type { AssignmentPolicy } from '#contracts';
import { planOffers, type Candidate, type Waiting } from '../../apps/escalation/src/routing.js';
import type { Figure } from '../platform/figures.js';
import { size } from './fill.js';

const now = new Date('2026-01-01T12:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const languages = ['en', 'de', 'fr', 'es', 'ar'];
const seconds = 2;

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);
const waiting: Waiting[] = numbers(size.waiting).map((n) => ({
  conversationId: `c${n}`,
  teamId: n % (size.teams + 2) < size.teams ? `t${n % (size.teams + 2)}` : null,
  language: languages[n % 5]!,
  topic: n % 4 > 0 ? `topic_${n % 20}` : null,
  agentId: null,
  since: ago(size.waiting - n),
  refusals: new Map(n % 50 === 0 ? [[`a${n % size.agents}`, ago(30)]] : []),
}));
const agent = (n: number, free: number): Candidate => ({
  ...{ agentId: `a${n}`, capacity: size.capacity, free, asked: false, takesChats: true, lastAssignedAt: ago(n * 60) },
  teamIds: [`t${n % size.teams}`, `t${(n * 7 + 3) % size.teams}`],
  languages: n % 2 === 0 ? [languages[(n / 2) % 5]!] : [],
  topics: n % 3 === 0 ? numbers(6).map((t) => `topic_${(n + t) % 20}`) : [],
});

/** No rules at all: the line sorted, and its first goes to the first who is free. */
function firstFree(agents: readonly Candidate[]) {
  const line = waiting.toSorted((a, b) => a.since.getTime() - b.since.getTime());
  const free = agents.filter(({ free, asked }) => free > 0 && !asked);
  return free.map(({ agentId }, n) => ({ conversationId: line[n]!.conversationId, agentId }));
}

/** How often a second `decide` runs for an agent who has become free, each of the 200 in turn, while all others are full. */
function rate(decide: (agents: Candidate[]) => unknown): number {
  const crews = numbers(size.agents).map((free) => numbers(size.agents).map((n) => agent(n, Number(n === free))));
  for (const crew of crews) decide(crew); // warms up
  const startedAt = performance.now();
  let decided = 0;
  while (performance.now() - startedAt < seconds * 1000) decide(crews[decided++ % crews.length]!);
  return (decided * 1000) / (performance.now() - startedAt);
}

/** Who is offered what, without a database. */
export function decisionFigures(): Figure[] {
  const bare = rate(firstFree);
  const everybody = numbers(size.agents).map((n) => agent(n, size.capacity));
  const figures: Figure[] = [{ what: 'sorted line, first free', value: bare, unit: '/s' }];
  for (const policy of ['round_robin', 'balanced', 'manual'] satisfies AssignmentPolicy[]) {
    const teams = new Map(numbers(size.teams).map((n) => [`t${n}`, policy]));
    const plan = (agents: Candidate[]) => planOffers(waiting, agents, { workspace: policy, teams }, now);
    const one = rate(plan);
    const startedAt = performance.now();
    const offers = plan(everybody).length;
    figures.push(
      { what: `${policy}: decisions`, value: one, unit: '/s' },
      { what: `${policy}: against the sorted line`, value: one / bare, unit: '×' },
      { what: `${policy}: 200 free at once`, value: performance.now() - startedAt, unit: 'ms' },
      { what: `${policy}: of them asked`, value: offers, unit: '' },
    );
  }
  return figures;
}
