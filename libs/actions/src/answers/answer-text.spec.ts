import { describe, expect, it } from 'vitest';
import type { AnswerCondition } from '#contracts';
import { chooseText } from './answer-text.js';
import { daysAgo } from './days.js';

const now = new Date('2026-11-26T12:00:00Z');
const row = (operator: AnswerCondition['operator'], value: string): AnswerCondition => ({
  ...{ variable: 'v', operator, value, text: 'holds' },
});

describe('a condition', () => {
  it.each<[AnswerCondition['operator'], string, string | undefined, boolean]>([
    ['is', 'shipped', ' Shipped', true],
    ['is', 'shipped', 'ship', false],
    ['is', '', undefined, true],
    ['is_not', 'shipped', 'packed', true],
    ['is_not', 'shipped', 'SHIPPED', false],
    ['is_not', 'shipped', undefined, true],
    ['contains', 'post', 'Larkpost', true],
    ['contains', 'post', 'van', false],
    ['is_empty', '', undefined, true],
    ['is_empty', '', ' ', true],
    ['is_empty', '', '0', false],
    ['more_than', '3', '10', true],
    ['more_than', '3', '3', false],
    ['more_than', '3', 'many', false],
    ['more_than', '-1', '', false],
    ['less_than', '3.5', '3.4', true],
    ['less_than', '3', undefined, false],
    ['more_than_days_ago', '30', '2026-10-26', true],
    ['more_than_days_ago', '30', '2026-10-27', false],
    ['more_than_days_ago', '30', '2026-10-26T23:59:59+00:00', true],
    ['more_than_days_ago', '30', 'Monday', false],
    ['more_than_days_ago', '0', '2026-11-26', false],
    ['more_than_days_ago', '0', undefined, false],
    ['within_days', '2', '2026-11-28', true],
    ['within_days', '2', '2026-11-24T00:00:00Z', true],
    ['within_days', '2', '2026-11-29', false],
    ['within_days', '0', '2026-11-26T23:00:00Z', true],
  ])('%s %s of %s: %s', (operator, value, actual, holds) => {
    const chosen = chooseText('else', [row(operator, value)], actual === undefined ? {} : { v: actual }, now);
    expect(chosen).toEqual({ text: holds ? 'holds' : 'else', condition: holds ? 0 : null, missing: [] });
  });

  it('does not see what every object has', () => {
    expect(chooseText('else', [{ ...row('is_not', ''), variable: 'constructor' }], {}, now).text).toBe('else');
  });
});

it('the first that holds gives the text, and its marks have to have values', () => {
  const conditions = [
    { ...row('is', 'a'), text: 'first {{v}}' },
    { ...row('is_not', ''), text: 'second {{ v }} {{contact.name}} {{v}}' },
  ];
  const choose = (values: Record<string, string>) => chooseText('own {{v}}', conditions, values, now);
  expect(choose({ v: 'a' })).toEqual({ text: 'first a', condition: 0, missing: [] });
  expect(choose({ v: 'b' })).toEqual({ text: null, condition: 1, missing: ['contact.name'] });
  expect(choose({ v: '{{v}} $&', 'contact.name': 'Jo' }).text).toBe('second {{v}} $& Jo {{v}} $&');
  expect(choose({})).toEqual({ text: null, condition: null, missing: ['v'] });
});

it.each<[string, number | null]>([
  ['2026-11-26', 0],
  ['2026-11-25T23:59:59Z', 1],
  ['2026-11-26T01:00:00+02:00', 1],
  ['2026-11-26 01:00', 0],
  ['2026-11-27', -1],
  ['2026-13-01', null],
  ['26/11/2026', null],
  ['1', null],
])('%s is %s days ago', (text, days) => expect(daysAgo(text, now)).toBe(days));
