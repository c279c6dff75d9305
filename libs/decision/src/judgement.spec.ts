import { describe, expect, it } from 'vitest';
import { requestBefore } from './requests/carries-request.js';
import type { Reading, Turn } from './situation.js';
import { before, outcome, policy, reads, readsSeveral, says, unlikeAnything, withActs } from './testing/situations.js';
import { words } from './words/index.js';

const likely = { policy: { ...policy, likelyFrom: 0.7 } };
const inScope = (reading: Reading): Reading => ({ ...reading, oosScore: 0.02 });

describe('an intent that no other comes near', () => {
  it('is answered, and the customer hears what the message was taken for', () => {
    const done = outcome(says('when is my money back'), inScope(reads(['refund', 0.75], ['cost', 0.05])), likely);
    const said = [words.en.takenFor('Refund status'), 'Answer to refund.'];
    expect(done).toMatchObject({ kind: 'answer', rule: 'likely', replies: said.map((text) => ({ text })) });
  });

  it.each<[string, Reading]>([
    ['another is near', inScope(reads(['refund', 0.75], ['cost', 0.2]))],
    ['it may fit no intent', { ...reads(['refund', 0.75]), oosScore: 0.16 }],
    ['several requests may stand in it', withActs(inScope(reads(['refund', 0.75])), { several_requests: 0.9 })],
    ['it is less likely', inScope(reads(['refund', 0.6]))],
  ])('is asked about where %s', (_, reading) =>
    expect(outcome(says('when is my money back'), reading, likely)).toMatchObject({ kind: 'clarify' }),
  );

  it('is not where the message is about something else than what was asked', () => {
    const earlier = [before('where is my order', 'ask_slot', 'order', 'orderId')];
    const turn = says('and how much is delivery', { earlier });
    expect(outcome(turn, inScope(reads(['cost', 0.75])), likely)).toMatchObject({ intentId: 'id of cost' });
  });
});

describe('a message after an answer about something else', () => {
  const earlier = [before('where is my money', 'answer', 'refund')];
  const asked = (turn: Turn, confidence: number) => outcome(turn, inScope(reads(['cost', confidence])));

  it('is asked about where a first one would be answered', () => {
    expect(asked(says('and how much is delivery'), 0.9)).toMatchObject({ kind: 'answer', rule: 'confident' });
    expect(asked(says('and how much is delivery', { earlier }), 0.9)).toMatchObject({ kind: 'clarify' });
    expect(
      outcome(says('and how much is delivery', { earlier }), inScope(reads(['cost', 0.75])), likely),
    ).toMatchObject({
      kind: 'clarify',
    });
  });

  it('is answered where the model is surer', () => {
    expect(asked(says('and how much is delivery', { earlier }), 0.96)).toMatchObject({ intentId: 'id of cost' });
  });

  it('is like a first one where people had the message before', () => {
    const byPeople = [{ ...earlier[0]!, decision: null }];
    expect(asked(says('how much is delivery', { earlier: byPeople }), 0.9)).toMatchObject({ kind: 'answer' });
  });
});

describe('parts of a message that are no requests', () => {
  const several = (first: string, second: string): Reading => {
    const { requests, ...reading } = readsSeveral(['refund', 0.6], ['delivery', 0.9]);
    const texts = [first, second];
    return { ...reading, requests: requests.map((request, i) => ({ ...request, text: texts[i]! })) };
  };

  it.each([
    ['denied', "I don't want a refund", 'when does it come'],
    ['praise', 'thanks for the quick delivery', 'when does it come'],
    ['praise with a remark', 'cheers for the quick delivery guys its gorgeous', 'when does it come'],
  ])('%s', (_, first, second) => {
    const done = outcome(says(`${first}, ${second}`), several(first, second));
    expect(done).toMatchObject({ kind: 'answer', rule: 'confident', intentId: 'id of delivery' });
  });

  it('all unsure: the bot asks which', () => {
    const reading = { ...readsSeveral(['refund', 0.6], ['delivery', 0.6]), ...reads(['cost', 0.4]) };
    const { requests } = readsSeveral(['refund', 0.6], ['delivery', 0.6]);
    expect(outcome(says('money or parcel'), { ...reading, requests })).toMatchObject({ rule: 'close_intents' });
  });
});

describe('a number alone', () => {
  it.each([
    ['at the start', '1042', []],
    ['as a correction', 'sorry, 1043', [before('order 1042', 'answer', 'order')]],
  ])('%s is the order it may be about', (_, text, earlier) => {
    const done = outcome(says(text, { earlier }), { ...reads(['refund', 0.1]), oosScore: 0.9 });
    expect(done).not.toMatchObject({ kind: 'escalate' });
  });

  it('is no call for a person, whatever the model takes it for', () => {
    const done = outcome(says('#1042'), reads(['talk_to_human', 0.6], ['order', 0.1]));
    expect(done).not.toMatchObject({ kind: 'escalate' });
  });
});

it.each<[string, string, Reading, object]>([
  [
    'a person is asked for',
    'I want to talk to a person, 1042, jo@example.com',
    reads(['order', 0.3]),
    { rule: 'person_asked_for' },
  ],
  [
    'the model is sure of that',
    'someone, 1042, jo@example.com',
    reads(['talk_to_human', 0.75], ['order', 0.2]),
    { rule: 'person_asked_for' },
  ],
  [
    'the customer is furious',
    '1042, jo@example.com, I am absolutely furious',
    reads(['order', 0.3]),
    { rule: 'upset' },
  ],
])('but not where %s', (_, text, reading, expected) => {
  expect(outcome(says(text), reading)).toMatchObject(expected);
});

it('another number after an answer looks that up, whatever the rest may be about', () => {
  const earlier = [before('order 1042, jo@example.com', 'answer', 'order')];
  const turn = says('oh hang on I read the wrong line, 1037', { earlier });
  const done = outcome(turn, inScope(reads(['address', 0.79])), likely);
  expect(done).toMatchObject({ kind: 'act', slots: { orderId: '1037', email: 'jo@example.com' } });
});

it.each<[string, boolean]>([
  ['I had the wrong slip before my glasses. 1037 it should have been', true],
  ['sorry, mistyped that, order 1037', true],
  ['1037 came with the wrong lamp in it', false],
])('a number that is put right looks it up, however sure the model is of something else: %s', (text, anew) => {
  const earlier = [before('order 1042, jo@example.com', 'answer', 'order')];
  const done = outcome(says(text, { earlier }), inScope(reads(['address', 0.95])));
  expect(done.kind === 'act' && done.slots['orderId'] === '1037').toBe(anew);
});

it.each([
  ['likely', 0.56],
  ['unlikely', 0.2],
])('what gives all that an answer needs is looked up at once, where it is %s', (_, confidence) => {
  const done = outcome(says('wheres 1042, jo@example.com'), reads(['order', confidence]));
  expect(done).toMatchObject({ kind: 'act', slots: { orderId: '1042', email: 'jo@example.com' } });
});

it('a thing of the shop, and nothing else, is asked about, even where it is like nothing that was learned', () => {
  expect(outcome(says('lamp'), unlikeAnything)).toMatchObject({ rule: 'too_general' });
  expect(outcome(says('lampoon'), unlikeAnything)).toMatchObject({ rule: 'out_of_scope' });
});

it('what is surely too general is asked about, however sure the model is of one thing that it may be', () => {
  const reading = withActs(reads(['refund', 0.95]), { too_general: 0.95 });
  const greeting = withActs(reads(['greeting', 0.95]), { too_general: 0.95 });
  expect(outcome(says('hello, something is wrong with my order'), greeting)).toMatchObject({ rule: 'too_general' });
  expect(outcome(says('something is wrong with my order'), reading)).toMatchObject({ rule: 'too_general' });
  expect(outcome(says('is my stuff on its way'), reading)).toMatchObject({ kind: 'answer' });
});

describe('what a leaning message is read with', () => {
  const base = before('is the jumper in stock', 'answer', 'stock');
  it.each([
    ['the same of another', 'stock', 'is the jumper in stock'],
    ['something else', 'delivery', 'is the jumper in stock and how soon could I have it'],
  ])('after one that leaned and asked %s', (_, intent, expected) => {
    const leaned = before('and how soon could I have it', 'answer', intent, null, { leaned: true });
    expect(requestBefore({ earlier: [leaned, base] })).toBe(expected);
  });
});
