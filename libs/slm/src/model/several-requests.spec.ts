import { describe, expect, it } from 'vitest';
import { likelyWays, severalRequests, type Piece } from './several-requests.js';

const piece = (text: string, intent: string, more: Partial<Piece> = {}): Piece => ({
  ...{ text, intent, confidence: 0.97, oosScore: 0.05, fragment: 0.1 },
  embedding: Float32Array.of(intent.length % 2, 1 - (intent.length % 2)),
  ...more,
});
const cancel = piece('cancel my order please', 'cancel');
const login = piece('I cannot log in', 'login');

describe('several requests', () => {
  it.each<[string, Piece[], number, boolean]>([
    ['two that are clear', [cancel, login], 0.9, true],
    ['two of one intent', [cancel, piece('stop my order now', 'cancel')], 0.9, false],
    ['one that is out of scope', [cancel, { ...login, oosScore: 0.7 }], 0.9, false],
    ['one that is unsure', [cancel, { ...login, confidence: 0.2 }], 0.9, false],
    ['one that is a part of a message', [cancel, { ...login, fragment: 0.99 }], 0.9, false],
    ['two that mean much the same', [cancel, { ...login, embedding: cancel.embedding }], 0.9, false],
  ])('%s', (_, pieces, several, found) => {
    expect(severalRequests([{ pieces, adds: false }], several)).toEqual(found ? pieces : []);
  });

  it('are those of the best way', () => {
    const worse = [cancel, { ...login, confidence: 0.8 }];
    const ways = [worse, [cancel, login]].map((pieces) => ({ pieces, adds: false }));
    expect(severalRequests(ways, 0.9)).toEqual([cancel, login]);
  });

  it('are none where there are no ways', () => expect(severalRequests([], 0.9)).toEqual([]));
});

describe('ways worth reading', () => {
  const intentOf = (text: string) => ({ intent: /cancel/.test(text) ? 0 : 1, probability: text.length / 100 });
  it.each([
    ['cancel my order and reset my password', 1],
    ['cancel my order and cancel my account', 0],
    ['cancel my order', 0],
  ])('%s', (text, count) => expect(likelyWays(text, intentOf)).toHaveLength(count));
});
