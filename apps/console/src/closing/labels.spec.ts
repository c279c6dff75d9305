import type { ClosingRequest } from '#contracts';
import { expect, it } from 'vitest';
import { closedText, neighbourRequest, quote } from './labels.js';

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

it.each([
  ['before the last', null, -1, 'd'],
  ['before one', 'd', -1, 'c'],
  ['past one that is learned already', 'c', -1, 'a'],
  ['after one', 'a', 1, 'c'],
  ['before the first', 'a', -1, undefined],
  ['after the last', 'd', 1, undefined],
] as const)('goes to the request %s', (_, at, by, found) => {
  const all = ['a', 'b', 'c', 'd'].map((id) => request(id, id));
  const asked = at === null ? null : request(at, at);
  expect(neighbourRequest(all, [request('b', 'b')], asked, by)?.messageId).toBe(found);
});

it('quotes on one line, and not at length', () => {
  expect(quote('where\n is  it')).toBe('“where is it”');
  expect(quote('where is my order', 10)).toBe('“where is…”');
});
