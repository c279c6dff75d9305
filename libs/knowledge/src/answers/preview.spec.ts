import { describe, expect, it } from 'vitest';
import type { AnswerCondition, ConditionOperator } from '#contracts';
import { previewOf } from './preview.js';

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

describe('a condition', () => {
  it.each<[ConditionOperator, string, string | undefined, boolean]>([
    ['is', 'Shipped', ' shipped', true],
    ['is', 'shipped', 'lost', false],
    ['is', 'shipped', undefined, false],
    ['is_not', 'shipped', 'lost', true],
    ['is_not', 'shipped', undefined, false],
    ['contains', 'fox', 'Parcel Fox', true],
    ['is_empty', '', undefined, true],
    ['is_empty', '', ' ', true],
    ['is_empty', '', 'x', false],
    ['more_than', '10', '10.5', true],
    ['more_than', '10', '9', false],
    ['less_than', '10', '9', true],
    ['less_than', '10', 'many', false],
    ['more_than_days_ago', '30', daysAgo(31), true],
    ['more_than_days_ago', '30', daysAgo(29), false],
    ['more_than_days_ago', '30', 'soon', false],
    ['within_days', '3', daysAgo(2), true],
    ['within_days', '3', daysAgo(-2), true],
    ['within_days', '3', daysAgo(4), false],
  ])('%s “%s” of %s: %s', (operator, value, given, holds) => {
    const condition = { variable: 'status', operator, value, text: 'yes' };
    const values: Record<string, string> = given === undefined ? {} : { status: given };
    expect(previewOf('no', [condition], values).text).toBe(holds ? 'yes' : 'no');
  });
});

describe('a preview', () => {
  const late: AnswerCondition = { variable: 'status', operator: 'is', value: 'late', text: 'Sorry, {{contact.name}}.' };
  it.each<[string, Record<string, string>, ReturnType<typeof previewOf>]>([
    ['no condition holds', { status: 'sent' }, { text: 'It is sent.', condition: null, missing: [] }],
    [
      'the first that holds',
      { status: 'late', 'contact.name': 'Jo {{x}}' },
      { text: 'Sorry, Jo {{x}}.', condition: 0, missing: [] },
    ],
    ['a mark without a value', { status: 'late' }, { text: null, condition: 0, missing: ['contact.name'] }],
    ['no value at all', {}, { text: null, condition: null, missing: ['status'] }],
  ])('%s', (_, values, expected) => {
    expect(previewOf('It is {{ status }}.', [late], values)).toEqual(expected);
  });
});
