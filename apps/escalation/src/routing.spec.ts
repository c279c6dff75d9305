import { describe, expect, it } from 'vitest';
import { planOffers, refusalCooldownMs, type Candidate, type Waiting } from './routing.js';

const now = new Date('2026-01-01T12:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);
const waits = (conversationId: string, refusals: Record<string, Date> = {}): Waiting => ({
  conversationId,
  refusals: new Map(Object.entries(refusals)),
});
const agent = (agentId: string, free: number, assigned: Date | null = null): Candidate => ({
  agentId,
  free,
  lastAssignedAt: assigned,
});

describe('planOffers', () => {
  it.each<[string, Waiting[], Candidate[], string[]]>([
    ['nobody waits', [], [agent('ada', 5)], []],
    ['nobody is there', [waits('c1')], [], []],
    [
      'the least recently assigned goes first',
      [waits('c1')],
      [agent('ada', 5, ago(1)), agent('bob', 5, ago(9))],
      ['c1 bob'],
    ],
    ['one never assigned goes before all', [waits('c1')], [agent('ada', 5, ago(9)), agent('bob', 5)], ['c1 bob']],
    [
      'round robin within one round',
      [waits('c1'), waits('c2'), waits('c3')],
      [agent('ada', 5, ago(9)), agent('bob', 5, ago(8))],
      ['c1 ada', 'c2 bob', 'c3 ada'],
    ],
    ['capacity is a limit', [waits('c1'), waits('c2'), waits('c3')], [agent('ada', 2)], ['c1 ada', 'c2 ada']],
    ['nobody with room', [waits('c1')], [agent('ada', 0)], []],
    [
      'who refused goes last',
      [waits('c1', { ada: ago(2 * refusalCooldownMs) })],
      [agent('ada', 5), agent('bob', 5, ago(1))],
      ['c1 bob'],
    ],
    [
      'who refused last goes last of those who refused',
      [waits('c1', { ada: ago(2 * refusalCooldownMs), bob: ago(3 * refusalCooldownMs) })],
      [agent('ada', 5), agent('bob', 5, ago(1))],
      ['c1 bob'],
    ],
    ['a fresh refusal holds', [waits('c1', { ada: ago(refusalCooldownMs - 1) })], [agent('ada', 5)], []],
    ['a refusal cools down', [waits('c1', { ada: ago(refusalCooldownMs) })], [agent('ada', 5)], ['c1 ada']],
    ['a refusal is of one conversation', [waits('c1', { ada: ago(1) }), waits('c2')], [agent('ada', 5)], ['c2 ada']],
  ])('%s', (_, waiting, agents, expected) => {
    const offers = planOffers(waiting, agents, now).map((offer) => `${offer.conversationId} ${offer.agentId}`);
    expect(offers).toEqual(expected);
  });
});
