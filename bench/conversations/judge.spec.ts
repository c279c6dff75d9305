import { expect, it } from 'vitest';
import { judgeTurn, type Verdict } from './judge.js';
import { outcomeOf, parseOutcome, written, type Decided } from './outcome.js';

const key = (...may: string[]) => ({ may, says: [], never: [] });

it.each<[happened: string, may: string[], verdict: Verdict]>([
  ['answer:return_item', ['answer:return_item'], 'right'],
  ['answer:return_item', ['answer:exchange_item|return_item'], 'right'],
  ['answer:return_item', ['answer:exchange_item'], 'wrong'],
  ['answer:return_item', ['people:urgent'], 'wrong'],
  ['answer:return_item', ['clarify'], 'wrong'],
  ['small_talk', ['answer:return_item'], 'wrong'],
  ['people', ['answer:return_item'], 'needless'],
  ['people', ['answer:return_item', 'people'], 'right'],
  ['people:urgent', ['people'], 'right'],
  ['people', ['people:urgent'], 'half'],
  ['clarify:return_item|exchange_item', ['clarify'], 'asked_well'],
  ['clarify:return_item|exchange_item', ['clarify:exchange_item'], 'asked_well'],
  ['clarify:return_item|exchange_item', ['clarify:warranty'], 'asked_for_nothing'],
  ['clarify:return_item', ['answer:return_item'], 'asked_for_nothing'],
  ['ask:order_status.orderId', ['ask:order_status'], 'asked_well'],
  ['ask:order_status.orderId', ['ask:order_status.email'], 'asked_for_nothing'],
  ['answer:order_status', ['answer'], 'right'],
  ['ask:order_status.orderId', ['ask'], 'asked_well'],
  ['ask:order_status', ['ask:order_status.email'], 'asked_for_nothing'],
  ['answer:a + answer:b', ['answer:a + answer:b'], 'right'],
  ['answer:b + answer:a', ['answer:a + answer:b'], 'half'],
  ['answer:a', ['answer:a + answer:b'], 'half'],
  ['answer:a + answer:c', ['answer:a + answer:b'], 'wrong'],
  ['answer:a + ask:b.orderId', ['answer:a + ask:b.orderId'], 'asked_well'],
  ['answer:a', ['answer:a + people'], 'half'],
  ['people', ['answer:a + people'], 'half'],
  ['answer:a + people', ['answer:a + answer:b'], 'needless'],
])('%s where %s may be is %s', (happened, may, verdict) => {
  expect(judgeTurn(parseOutcome(happened), '', key(...may))).toBe(verdict);
});

it('looks at the words where the set names some', () => {
  const answered = parseOutcome('answer:order_status');
  const about1042 = { ...key('answer:order_status'), says: ['1042'], never: ['GB'] };
  expect(judgeTurn(answered, 'Order 1042 is packed.', about1042)).toBe('right');
  expect(judgeTurn(answered, 'Order 1041 is packed.', about1042)).toBe('wrong');
  expect(judgeTurn(answered, 'Order 1042 is packed.', { ...about1042, says: ['1042', '1041'] })).toBe('half');
  expect(judgeTurn(parseOutcome('people'), 'A colleague will be here.', key('people'))).toBe('right');
  expect(judgeTurn(parseOutcome('people'), 'A colleague will be here.', { ...key('people'), says: ['116'] })).toBe(
    'half',
  );
  expect(judgeTurn(answered, 'Order 1042 is on its way (LP1042GB).', about1042)).toBe('wrong');
});

it('reads a decision with several requests in their order, and manners as small talk', () => {
  const request = { from: 0, to: 1, confidence: 1, rule: 'confident' } as const;
  const evidence = {
    ...{ language: 'en', topics: [], acts: [], readAfterPrevious: false, slots: [], options: [] },
    requests: [
      { ...request, intent: 'store_hours', kind: 'answer' },
      { ...request, intent: 'complaint', kind: 'escalate' },
    ],
  } satisfies Decided['evidence'];
  const decided = { intent: null, slot: null, urgent: false, options: [] };
  expect(written(outcomeOf({ ...decided, kind: 'escalate', evidence }))).toBe('answer:store_hours + people');
  expect(written(outcomeOf({ ...decided, kind: 'answer', intent: 'closing', evidence: null }))).toBe('small_talk');
});
