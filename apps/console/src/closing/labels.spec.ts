import type { ClosingRequest } from '#contracts';
import { expect, it } from 'vitest';
import { closedText, quote } from './labels.js';

const request = (messageId: string, text: string) => ({ messageId, span: null, text }) as ClosingRequest;
const requests = [request('a', 'where is it'), request('b', 'sing me a song')];

it.each([
  ['nothing', [], 'Resolved. The bot learns nothing from it.'],
  [
    'a topic',
    [{ messageId: 'a', intent: 'order_status' }],
    'Resolved. The bot learns: “where is it” is about Order status.',
  ],
  [
    'two, one of them none of the shop’s',
    [
      { messageId: 'a', intent: 'order_status' },
      { messageId: 'b', intent: null, outOfScope: true },
    ],
    'Resolved. The bot learns: “where is it” is about Order status; “sing me a song” is none of our topics.',
  ],
])('a closing that teaches %s says so', (_, labels, said) => {
  expect(closedText(labels, requests, undefined)).toBe(said);
});

it('quotes on one line, and not at length', () => {
  expect(quote('where\n is  it')).toBe('“where is it”');
  expect(quote('where is my order', 10)).toBe('“where is…”');
});
