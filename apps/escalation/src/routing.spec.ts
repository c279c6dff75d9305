import { describe, expect, it } from 'vitest';
import {
  directFallbackMs,
  planOffers,
  refusalCooldownMs,
  skillFallbackMs,
  type Candidate,
  type Policies,
  type Waiting,
} from './routing.js';

const now = new Date('2026-01-01T12:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);
const waits = (conversationId: string, more: Partial<Waiting> = {}): Waiting => ({
  ...{ conversationId, teamId: null, language: null, topic: null, agentId: null, since: now, refusals: new Map() },
  ...more,
});
const refused = (refusals: Record<string, Date>) => ({ refusals: new Map(Object.entries(refusals)) });
const agent = (agentId: string, more: Partial<Candidate> = {}): Candidate => ({
  ...{ agentId, capacity: 5, free: 5, asked: false, takesChats: true, lastAssignedAt: null },
  ...{ teamIds: [], languages: [], topics: [] },
  ...more,
});
const assigned = (agentId: string, ms: number, more: Partial<Candidate> = {}) =>
  agent(agentId, { lastAssignedAt: ago(ms), ...more });
const policies: Policies = {
  workspace: 'round_robin',
  teams: new Map([
    ['billing', 'round_robin'],
    ['vip', 'balanced'],
    ['returns', 'manual'],
  ]),
};
const billing = { teamIds: ['billing'] };
const french = { languages: ['fr'] };

describe('planOffers', () => {
  it.each<[string, Waiting[], Candidate[], string[]]>([
    ['nobody waits', [], [agent('ada')], []],
    ['nobody is there', [waits('c1')], [], []],
    ['the longest idle goes first', [waits('c1')], [assigned('ada', 1), assigned('bob', 9)], ['c1 bob']],
    ['one never assigned goes before all', [waits('c1')], [assigned('ada', 9), agent('bob')], ['c1 bob']],
    [
      'each is asked for one at a time, in order',
      [waits('c1'), waits('c2'), waits('c3')],
      [assigned('ada', 9), assigned('bob', 8)],
      ['c1 ada', 'c2 bob'],
    ],
    ['who is asked already is left alone', [waits('c1')], [agent('ada', { asked: true })], []],
    ['nobody with room', [waits('c1')], [agent('ada', { free: 0 })], []],
    ['only who takes chats is asked', [waits('c1')], [agent('ada', { takesChats: false })], []],

    [
      'who refused goes last',
      [waits('c1', refused({ ada: ago(2 * refusalCooldownMs) }))],
      [agent('ada'), assigned('bob', 1)],
      ['c1 bob'],
    ],
    [
      'who refused last goes last of those who refused',
      [waits('c1', refused({ ada: ago(2 * refusalCooldownMs), bob: ago(3 * refusalCooldownMs) }))],
      [agent('ada'), assigned('bob', 1)],
      ['c1 bob'],
    ],
    ['a fresh refusal holds', [waits('c1', refused({ ada: ago(refusalCooldownMs - 1) }))], [agent('ada')], []],
    ['a refusal cools down', [waits('c1', refused({ ada: ago(refusalCooldownMs) }))], [agent('ada')], ['c1 ada']],
    ['a refusal is of one', [waits('c1', refused({ ada: ago(1) })), waits('c2')], [agent('ada')], ['c2 ada']],

    [
      'a team’s is for its members',
      [waits('c1', { teamId: 'billing' })],
      [agent('ada'), agent('bob', billing)],
      ['c1 bob'],
    ],
    ['and for nobody else, however long', [waits('c1', { teamId: 'billing', since: ago(1e9) })], [agent('ada')], []],
    ['a team without members is nobody’s', [waits('c1', { teamId: 'empty' })], [agent('ada')], ['c1 ada']],
    [
      'one whom nobody may take holds up nobody',
      [waits('c1', { teamId: 'billing' }), waits('c2')],
      [agent('ada')],
      ['c2 ada'],
    ],
    ['members take what is anybody’s too', [waits('c1')], [agent('ada', billing)], ['c1 ada']],
    ['a manual team picks itself', [waits('c1', { teamId: 'returns' })], [agent('ada', { teamIds: ['returns'] })], []],
    [
      'a balanced team asks who has the largest share free',
      [waits('c1', { teamId: 'vip' })],
      [
        assigned('ada', 9, { teamIds: ['vip'], capacity: 4, free: 2 }),
        assigned('bob', 1, { teamIds: ['vip'], capacity: 8, free: 5 }),
      ],
      ['c1 bob'],
    ],

    [
      'a language goes to who speaks it',
      [waits('c1', { language: 'fr' })],
      [agent('ada', { languages: ['de'] }), agent('bob', french)],
      ['c1 bob'],
    ],
    [
      'who has no skill of a kind takes all of it',
      [waits('c1', { language: 'fr' })],
      [agent('ada', { topics: ['refund'] })],
      ['c1 ada'],
    ],
    [
      'a topic goes to who knows it',
      [waits('c1', { topic: 'refund' })],
      [agent('ada', { topics: ['size'] }), agent('bob', { topics: ['refund'] })],
      ['c1 bob'],
    ],
    ['without the skill nobody is asked at first', [waits('c1', { language: 'de' })], [agent('ada', french)], []],
    [
      'after a while anybody is',
      [waits('c1', { language: 'de', since: ago(skillFallbackMs) })],
      [agent('ada', french)],
      ['c1 ada'],
    ],
    [
      'not while somebody there has it, only busy',
      [waits('c1', { language: 'de', since: ago(skillFallbackMs) })],
      [agent('ada', french), agent('bob', { languages: ['de'], free: 0 })],
      [],
    ],
    [
      'the topic is let go of before the language',
      [waits('c1', { language: 'fr', topic: 'refund', since: ago(skillFallbackMs) })],
      [agent('ada', { languages: ['de'], topics: ['refund'] }), agent('bob', { ...french, topics: ['size'] })],
      ['c1 bob'],
    ],

    [
      'a transfer goes to the one it is for',
      [waits('c1', { agentId: 'bob' })],
      [agent('ada'), assigned('bob', 1)],
      ['c1 bob'],
    ],
    [
      'even one who takes no chats',
      [waits('c1', { agentId: 'bob' })],
      [agent('bob', { takesChats: false })],
      ['c1 bob'],
    ],
    [
      'it waits for them to be free',
      [waits('c1', { agentId: 'bob' })],
      [agent('ada'), agent('bob', { asked: true })],
      [],
    ],
    [
      'not for ever',
      [waits('c1', { agentId: 'bob', since: ago(directFallbackMs) })],
      [agent('ada'), agent('bob', { free: 0 })],
      ['c1 ada'],
    ],
    ['nor for one who is gone', [waits('c1', { agentId: 'bob' })], [agent('ada')], ['c1 ada']],
    [
      'nor for one who refused',
      [waits('c1', { agentId: 'bob', ...refused({ bob: ago(1) }) })],
      [agent('ada'), agent('bob')],
      ['c1 ada'],
    ],
  ])('%s', (_, waiting, agents, expected) => {
    const offers = planOffers(waiting, agents, policies, now).map(
      (offer) => `${offer.conversationId} ${offer.agentId}`,
    );
    expect(offers).toEqual(expected);
  });

  it('asks nobody where agents pick themselves, but for what is transferred to them', () => {
    const manual: Policies = { ...policies, workspace: 'manual' };
    const waiting = [waits('c1'), waits('c2', { agentId: 'ada' })];
    expect(planOffers(waiting, [agent('ada'), agent('bob')], manual, now)).toEqual([
      { conversationId: 'c2', agentId: 'ada' },
    ]);
  });
});
