import { describe, expect, it } from 'vitest';
import { helpLine } from '#topics';
import type { Reading, Turn } from '../situation.js';
import { before, bot, known, outcome, reads, says, unlikeAnything, unsure, withActs } from '../testing/situations.js';
import { decide } from '../decide.js';
import { words } from '../words/index.js';
import { askWhatAbout } from './person-coming.js';

const en = words.en;

describe('what the customer hears of a hand-over', () => {
  const furious = (reading: Reading) => withActs(reading, { upset: 0.99 });
  it.each<[string, Turn, Reading, string]>([
    ['unsure', says('what about the money then'), unsure, en.handOver.unsure],
    ['unlike anything', says('what about the money then'), unlikeAnything, en.handOver.unsure],
    ['for people', says('my lamp broke'), reads(['warranty', 0.9]), en.handOver.notAutomated],
    ['anger, with the topic', says('and now what about it'), furious(reads(['refund', 0.9])), `${en.handOver.upset} ${en.passedOn('Refund status')}`],
    ['anger, with the order', says('order 1042 again, jo@x.org'), furious(unsure), `${en.handOver.upset} ${en.passedOn('order 1042')}`],
    ['anger, with what it was about', says('and now what', { earlier: [before('a', 'answer', 'cost')] }), furious(unsure), `${en.handOver.upset} ${en.passedOn('Delivery cost')}`],
    ['anger alone', says('and now what is it'), furious(unsure), en.handOver.upset],
  ])('%s', (_, turn, reading, text) => {
    expect(outcome(turn, reading)).toMatchObject({ kind: 'escalate', replies: [{ text }] });
  }); // prettier-ignore

  it('never an address', () => {
    const turn = says('and now 1042 of jo@x.org at SW1A 1AA', { earlier: [before('where is it', 'answer', 'order')] });
    const done = outcome(turn, furious(unsure));
    const replies = done.kind === 'act' ? [] : done.replies;
    expect(JSON.stringify(replies)).toContain('1042');
    expect(JSON.stringify(replies)).not.toMatch(/jo@|SW1A/);
  });
});

describe('words for topics that always go to people', () => {
  it.each<[string, string[], string[]]>([
    ['the lamp caught fire', ['fire'], [`${en.sensitive.danger} ${en.emergency('999')}`]],
    [
      'my toddler choked on a part, my lawyer will write to you',
      ['child_safety', 'legal'],
      [`${en.sensitive.danger} ${en.emergency('999')}`],
    ],
    [
      'the glass cut me badly and i want to end my life',
      ['injury', 'self_harm'],
      [en.sensitive.selfHarm, 'Call 116 123.'],
    ],
    ['my lawyer will write to you', ['legal'], [en.sensitive.responsible]],
    ['i am a journalist and write about you in the newspaper', ['press'], [en.sensitive.responsible]],
    ['delete all my personal data', ['personal_data'], [en.sensitive.responsible]],
    ['my card was used without my permission, this is fraud', ['fraud'], [en.sensitive.fraud]],
    ['i will come and hurt you, and my lawyer will write', ['threat', 'legal'], [en.sensitive.calm]],
    ['you are a stupid idiot', ['abuse'], [en.sensitive.calm]],
  ])('%s', (text, topics, texts) => {
    const done = outcome(says(text), reads(['refund', 1]));
    const expected = { rule: 'sensitive_topic', urgent: true, evidence: { topics } };
    expect(done).toMatchObject({ ...expected, replies: texts.map((each) => ({ text: each })) });
  });

  it('tells of the country’s help line, where the shop has set none', () => {
    const { shop, ...rest } = known(unsure);
    const topics = { ...shop.topics, helpLine: '' };
    const done = decide(says('i want to kill myself'), { ...rest, shop: { ...shop, topics } });
    expect(done).toMatchObject({ replies: [{ text: en.sensitive.selfHarm }, { text: helpLine('GB', 'en') }] });
  });

  it('a topic of the shop’s own', () => {
    const { shop, ...rest } = known(reads(['refund', 1]));
    const own = [{ name: 'Recalls', words: ['recall'], enabled: true }];
    const done = decide(says('is it in the recall'), { ...rest, shop: { ...shop, topics: { ...shop.topics, own } } });
    const expected = { rule: 'sensitive_topic', evidence: { topics: ['Recalls'] } };
    expect(done).toMatchObject({ ...expected, replies: [{ text: en.sensitive.own }] });
  });

  it('names no number of a country that it does not know', () => {
    const { shop, ...rest } = known(unsure);
    const done = decide(says('the lamp caught fire'), { ...rest, shop: { ...shop, country: 'XX' } });
    expect(done).toMatchObject({ replies: [{ text: `${en.sensitive.danger} ${en.emergency(null)}` }] });
  });

  it('none of a topic that is switched off', () => {
    const { shop, ...rest } = known(reads(['refund', 0.9]));
    const topics = { ...shop.topics, disabled: ['fire' as const] };
    expect(decide(says('the lamp caught fire'), { ...rest, shop: { ...shop, topics } })).toMatchObject({
      kind: 'answer',
    });
  });
});

it.each([
  ['de-AT', words.de.personComing],
  ['xx', en.personComing],
  [null, en.personComing],
])('asks in %s what it is about', (language, text) => expect(askWhatAbout(language)).toEqual({ text }));

it('a button says nothing of the language', () => {
  const turn = says('Refund status', { locale: 'de', lastBot: bot('Worum?', 'Refund status') });
  expect(outcome(turn, reads(['order', 0.9]))).toMatchObject({ replies: [{ text: words.de.ask.order_number }] });
});
