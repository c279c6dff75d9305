import fc from 'fast-check';
import { expect, it } from 'vitest';
import { priorityRank, queueOrder, type ConversationPriority } from '#contracts';
import { planOffers, type Candidate, type Policies } from './routing.js';

const minute = 60_000;
const offerMs = 30_000;
const teams = ['red', 'blue'];
const agentIds = ['ada', 'bob', 'cem', 'dea'];

interface Entry {
  id: string;
  teamId: string | null;
  language: string | null;
  priority: ConversationPriority;
  queuedAt: number;
  since: number;
  refusals: Map<string, Date>;
  state:
    { is: 'waits' } | { is: 'offered'; to: string; until: number } | { is: 'open'; with: string } | { is: 'closed' };
}
type Agent = Omit<Candidate, 'free' | 'asked' | 'agentId'> & { there: boolean };

const policies: Policies = {
  workspace: 'round_robin',
  teams: new Map([
    ['red', 'balanced'],
    ['blue', 'round_robin'],
  ]),
};
const event = fc.oneof(
  fc.record({
    type: fc.constant('comes' as const),
    teamId: fc.constantFrom(null, ...teams),
    language: fc.constantFrom(null, 'de', 'fr'),
    priority: fc.constantFrom<ConversationPriority>('low', 'normal', 'high', 'urgent'),
  }),
  fc.record({
    type: fc.constantFrom('accepts', 'declines', 'closes', 'toggles'),
    agentId: fc.constantFrom(...agentIds),
  }),
  fc.record({ type: fc.constant('time' as const), ms: fc.integer({ min: 1, max: 2 * minute }) }),
);

type Happening = typeof event extends fc.Arbitrary<infer T> ? T : never;

/** A waiting line with its agents, in which time passes. */
class Line {
  now = Date.parse('2026-01-01T12:00:00Z');
  readonly entries: Entry[] = [];
  readonly agents = new Map<string, Agent>();

  constructor(capacities: number[]) {
    agentIds.forEach((agentId, n) => {
      const teamIds = n < 2 ? teams : [teams[n % 2]!];
      const languages = n === 3 ? ['fr'] : [];
      const skills = { teamIds, languages, topics: [], takesChats: true, lastAssignedAt: null };
      this.agents.set(agentId, { ...skills, capacity: capacities[n]!, there: true });
    });
  }

  of(agentId: string, is: 'offered' | 'open'): Entry[] {
    return this.entries.filter(({ state }) =>
      state.is === 'offered'
        ? is === 'offered' && state.to === agentId
        : state.is === 'open' && is === 'open' && state.with === agentId,
    );
  }

  waiting(): Entry[] {
    const at = ({ queuedAt, priority }: Entry) => queueOrder(new Date(queuedAt), priority, false).getTime();
    return this.entries
      .filter(({ state }) => state.is === 'waits')
      .sort((a, b) => at(a) - at(b) || a.queuedAt - b.queuedAt);
  }

  candidates(): Candidate[] {
    return [...this.agents].flatMap(([agentId, { there, ...agent }]) => {
      const offered = this.of(agentId, 'offered').length;
      const free = agent.capacity - offered - this.of(agentId, 'open').length;
      return there ? [{ ...agent, agentId, free, asked: offered > 0 }] : [];
    });
  }

  back(entry: Entry): void {
    Object.assign(entry, { state: { is: 'waits' }, since: this.now });
  }

  step(given: Happening): void {
    if (given.type === 'time' && 'ms' in given) this.now += given.ms;
    for (const entry of this.entries) {
      if (entry.state.is !== 'offered' || entry.state.until > this.now) continue;
      entry.refusals.set(entry.state.to, new Date(this.now));
      entry.state = { is: 'waits' };
    }
    if (given.type === 'comes' && 'priority' in given) {
      const { teamId, language, priority } = given;
      const id = `c${this.entries.length}`;
      const facts = { id, teamId, language, priority, queuedAt: this.now, since: this.now };
      this.entries.push({ ...facts, refusals: new Map(), state: { is: 'waits' } });
    }
    if ('agentId' in given) this.act(given.type, given.agentId);
    this.route();
  }

  private act(type: string, agentId: string): void {
    const agent = this.agents.get(agentId)!;
    const [offer] = this.of(agentId, 'offered');
    const [open] = this.of(agentId, 'open');
    if (type === 'accepts' && offer) offer.state = { is: 'open', with: agentId };
    if (type === 'declines' && offer) {
      offer.refusals.set(agentId, new Date(this.now));
      offer.state = { is: 'waits' };
    }
    if (type === 'closes' && open) open.state = { is: 'closed' };
    if (type === 'toggles') {
      agent.there = !agent.there;
      if (!agent.there) for (const entry of this.of(agentId, 'open')) this.back(entry);
    }
  }

  private route(): void {
    const waiting = this.waiting();
    const asWaiting = waiting.map((entry) => ({
      ...{ conversationId: entry.id, teamId: entry.teamId, language: entry.language, topic: null, agentId: null },
      ...{ since: new Date(entry.since), refusals: entry.refusals },
    }));
    const offers = planOffers(asWaiting, this.candidates(), policies, new Date(this.now));
    for (const { conversationId, agentId } of offers) {
      const entry = this.entries.find(({ id }) => id === conversationId)!;
      expect(entry.state.is).toBe('waits'); // one owner: nothing is offered twice
      this.overtakesNobody(entry, waiting, new Set(offers.map((offer) => offer.conversationId)));
      entry.state = { is: 'offered', to: agentId, until: this.now + offerMs };
      this.agents.get(agentId)!.lastAssignedAt = new Date(this.now);
    }
    for (const [agentId, { capacity }] of this.agents) {
      expect(this.of(agentId, 'offered').length).toBeLessThanOrEqual(1);
      expect(this.of(agentId, 'offered').length + this.of(agentId, 'open').length).toBeLessThanOrEqual(capacity);
    }
  }

  /** Of those alike that nobody has refused, one that came earlier with the same priority is not left waiting. */
  private overtakesNobody(entry: Entry, waiting: Entry[], offered: ReadonlySet<string>): void {
    const alike = (other: Entry) =>
      other.teamId === entry.teamId && other.language === entry.language && other.refusals.size === 0;
    const same = (other: Entry) => priorityRank(other.priority, false) === priorityRank(entry.priority, false);
    const longer = (other: Entry) => other.since <= entry.since && other.queuedAt < entry.queuedAt;
    const left = waiting.filter((other) => alike(other) && same(other) && longer(other) && !offered.has(other.id));
    expect(left).toEqual([]);
  }
}

it('over any history: one owner, capacity holds, order is kept within priority, and nobody starves', () => {
  const capacities = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(capacities, fc.array(event, { maxLength: 80 }), (limits, events) => {
      const line = new Line([Math.max(1, limits[0]!), ...limits.slice(1)]);
      for (const next of events) line.step(next);
      // From here on everybody who is asked accepts, and closes at once: whatever waits is served, in the end.
      for (const agent of line.agents.values()) agent.there = true;
      for (let round = 0; round < 40 + 4 * line.entries.length && line.waiting().length > 0; round++) {
        for (const agentId of agentIds) {
          line.step({ type: 'accepts', agentId });
          while (line.of(agentId, 'open').length > 0) line.step({ type: 'closes', agentId });
        }
        line.step({ type: 'time', ms: offerMs - 1 });
      }
      expect(line.waiting()).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

it('one of low priority comes before an urgent one that came a day and more later, whatever came in between', () => {
  const low = queueOrder(new Date('2026-01-01T00:00:00Z'), 'low', false);
  expect(low < queueOrder(new Date('2026-01-02T01:00:00Z'), 'urgent', false)).toBe(true);
  expect(low > queueOrder(new Date('2026-01-01T23:00:00Z'), 'urgent', false)).toBe(true);
});
