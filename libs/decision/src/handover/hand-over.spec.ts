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
  it.each<[Partial<Reading['topics']>, string[]]>([
    [{ fire: 0.999 }, [`${en.sensitive.danger} ${en.emergency('999')}`]],
    [{ child_safety: 0.999, legal: 0.999 }, [`${en.sensitive.danger} ${en.emergency('999')}`]],
    [{ injury: 0.999, self_harm: 0.999 }, [en.sensitive.selfHarm, 'Call 116 123.']],
    [{ legal: 0.999 }, [en.sensitive.responsible]],
    [{ press: 0.999 }, [en.sensitive.responsible]],
    [{ personal_data: 0.999 }, [en.sensitive.responsible]],
    [{ fraud: 0.999 }, [en.sensitive.fraud]],
    [{ threat: 0.999, legal: 0.999 }, [en.sensitive.calm]],
    [{ abuse: 0.999 }, [en.sensitive.calm]],
  ])('%j', (topics, texts) => {
    const reading = { ...reads(['refund', 1]), topics: { ...unsure.topics, ...topics } };
    const done = outcome(says('about it'), reading);
    const expected = { rule: 'sensitive_topic', urgent: true, evidence: { topics: Object.keys(topics) } };
    expect(done).toMatchObject({ ...expected, replies: texts.map((text) => ({ text })) });
  });

  it('tells of the country’s help line, where the shop has set none', () => {
    const { shop, ...rest } = known({ ...unsure, topics: { ...unsure.topics, self_harm: 0.999 } });
    const done = decide(says('about it'), { ...rest, shop: { ...shop, topics: { ...shop.topics, helpLine: '' } } });
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
    const { shop, ...rest } = known({ ...unsure, topics: { ...unsure.topics, fire: 0.999 } });
    const done = decide(says('about it'), { ...rest, shop: { ...shop, country: 'XX' } });
    expect(done).toMatchObject({ replies: [{ text: `${en.sensitive.danger} ${en.emergency(null)}` }] });
  });

  it('none of a topic that is switched off', () => {
    const { shop, ...rest } = known({ ...reads(['refund', 0.9]), topics: { ...unsure.topics, fire: 0.999 } });
    const topics = { ...shop.topics, disabled: ['fire' as const] };
    expect(decide(says('about it'), { ...rest, shop: { ...shop, topics } })).toMatchObject({ kind: 'answer' });
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
