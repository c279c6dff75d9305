import { describe, expect, it } from 'vitest';
import { withinQuotas } from './quotas.js';
import type { Example } from './test-set.js';

const minute = 60_000;
const noon = Date.parse('2026-05-20T12:00:00Z');
/** `n` live examples, one a minute, the newest last. */
const rows = (n: number, more: Partial<Example> = {}, from = noon): Example[] =>
  Array.from({ length: n }, (_, i) => ({
    id: `${more.contactId} ${from + i}`,
    text: `message ${i}`,
    asServed: { text: `message ${i}` },
    intent: 'returns',
    oos: false,
    live: true,
    audited: false,
    contactId: null,
    agentId: null,
    createdAt: new Date(from + i * minute),
    ...more,
  }));

describe('withinQuotas', () => {
  it.each<[string, Example[], number]>([
    ['a contact, one day', rows(9, { contactId: 'a' }), 5],
    ['a contact over midnight', rows(9, { contactId: 'a' }, Date.parse('2026-05-19T23:56:00Z')), 9],
    ['two contacts', [...rows(9, { contactId: 'a' }), ...rows(4, { contactId: 'b' })], 9],
    ['a contact with several intents', [...rows(4, { contactId: 'a' }), ...rows(4, { contactId: 'a', intent: '' })], 5],
    ['unknown contacts', rows(9), 9],
    ['an agent, one day', rows(300, { agentId: 'a' }), 200],
    ['two agents', [...rows(300, { agentId: 'a' }), ...rows(90, { agentId: 'b' })], 290],
    ['an intent', rows(600), 500],
    ['two intents, one of them out of scope', [...rows(600), ...rows(600, { intent: '', oos: true })], 1000],
    ['imported rows', rows(600, { live: false }), 600],
    ['audited rows', rows(600, { audited: true, contactId: 'a' }), 600],
  ])('%s', (_, examples, kept) => {
    expect(withinQuotas(examples)).toHaveLength(kept);
  });

  it('keeps the newest, in the order in which they came', () => {
    const all = rows(8, { contactId: 'a' });
    expect(withinQuotas(all)).toEqual(all.slice(3));
    expect(withinQuotas(all.toReversed())).toEqual(all.slice(3).toReversed());
  });

  it('what a contact has too much of takes nobody else’s place in the intent', () => {
    const flood = rows(100, { contactId: 'a' }, noon + 600 * minute);
    expect(withinQuotas([...rows(499), ...flood]).filter(({ contactId }) => contactId === null)).toHaveLength(495);
  });
});
