import { describe, expect, it } from 'vitest';
import type { DecisionRule } from '#contracts';
import { before, says } from '../testing/situations.js';
import { carriesRequest, isBareChoice, requestBefore } from './carries-request.js';

describe('carries a request', () => {
  it.each<[string, DecisionRule | null, boolean]>([
    ['where is my order', 'confident', true],
    ['where is my order', null, true],
    ['where is my order 1042', 'slot_missing', true],
    ['my lamp broke', 'not_confident', true],
    ['hello', null, false],
    ['thanks!', 'confident', false],
    ['👍', 'small_talk', false],
    ['???', 'asked_before', false],
    ['get me a human', 'person_asked_for', false],
    ['please just let me have somebody', 'person_asked_for', false],
    ['I want to talk to somebody about the lamp that broke last week', 'person_asked_for', true],
    ['I have a question', 'too_general', false],
    ['1042', 'question_answered', false],
    ['1042', 'slot_missing', false],
    ['my order number is 1042, email jo@x.org', 'not_confirmed', false],
    ['die Bestellnummer ist 1042', null, false],
    ['no idea', 'asked_twice', false],
    ['Refund status', 'question_answered', false],
    ['something else', 'too_general', false],
  ])('%s (%s): %s', (text, rule, carries) => {
    expect(carriesRequest(text, rule === null ? null : { rule })).toBe(carries);
  });
});

it('finds the last one before this', () => {
  const earlier = [
    before('ok', 'small_talk'),
    before('1042', 'answer', 'order', null, { rule: 'question_answered' }),
    before('where is my order', 'ask_slot', 'order', 'orderId', { rule: 'slot_missing' }),
    before('what does delivery cost', 'answer', 'cost', null, { rule: 'confident' }),
  ];
  expect(requestBefore(says('and now?', { earlier }))).toBe('where is my order');
  expect(requestBefore(says('hello'))).toBeNull();
});

it.each([
  ['sorry, candle not mug', true],
  ['and the mugs?', true],
  ['the duvet set', true],
  ['the mug is broken', false],
  ['and when', false],
])('%s names a choice and nothing else: %s', (text, bare) =>
  expect(isBareChoice(text, ['Mug', 'Candle', 'Duvet set'])).toBe(bare),
);
