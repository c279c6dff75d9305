import { describe, expect, it } from 'vitest';
import { likelyWays, severalRequests, type Piece } from './several-requests.js';

const piece = (text: string, intent: string, more: Partial<Piece> = {}): Piece => ({
  ...{ text, intent, confidence: 0.97, oosScore: 0.05, fragment: 0.1 },
  embedding: intent === 'cancel' ? Float32Array.of(1, 0) : Float32Array.of(0.3, 0.95),
  ...more,
});
const cancel = piece('cancel my order please', 'cancel');
/** Of the whole: both pieces stand in it. */
const whole = { topK: [{ intent: 'cancel', confidence: 0.8 }, { intent: 'login', confidence: 0.05 }], several: 0.9 }; // prettier-ignore
const login = piece('I cannot log in', 'login');

describe('several requests', () => {
  it.each<[string, Piece[], boolean]>([
    ['two that are clear', [cancel, login], true],
    ['two of one intent', [cancel, piece('stop my order now', 'cancel')], false],
    ['one that is out of scope', [cancel, { ...login, oosScore: 0.7 }], false],
    ['one that is unsure', [cancel, { ...login, confidence: 0.2 }], false],
    [
      'one that is a part of a message, and none too sure',
      [cancel, { ...login, confidence: 0.75, fragment: 0.99 }],
      false,
    ],
    ['two that mean much the same', [cancel, { ...login, embedding: cancel.embedding }], false],
  ])('%s', (_, pieces, found) => {
    expect(severalRequests([{ pieces, adds: false, asks: false }], whole)).toEqual(found ? pieces : []);
  });

  it.each<[string, Piece, boolean]>([
    ['a question that no intent fits, beside a sure one', cancel, true],
    ['beside an unsure one', { ...cancel, confidence: 0.6 }, false],
  ])('%s', (_, sure, found) => {
    const pieces = [sure, { ...login, text: 'are you hiring there', oosScore: 0.8 }];
    expect(severalRequests([{ pieces, adds: true, asks: false }], whole)).toEqual(found ? pieces : []);
  });

  it('questions are requests of their own, unsure as they are by themselves', () => {
    const pieces = [cancel, { ...login, confidence: 0.6, fragment: 0.9 }];
    expect(severalRequests([{ pieces, adds: false, asks: false }], whole)).toEqual([]);
    expect(severalRequests([{ pieces, adds: false, asks: true }], whole)).toEqual(pieces);
  });

  it('are those of the best way', () => {
    const worse = [cancel, { ...login, confidence: 0.8 }];
    const ways = [worse, [cancel, login]].map((pieces) => ({ pieces, adds: false, asks: false }));
    expect(severalRequests(ways, whole)).toEqual([cancel, login]);
  });

  it('are none where there are no ways', () => expect(severalRequests([], whole)).toEqual([]));
});

describe('ways worth reading', () => {
  const intentOf = (text: string) => ({ intent: /cancel/.test(text) ? 0 : 1, probability: text.length / 30 });
  it.each([
    ['cancel my order and reset my password', 1],
    ['cancel my order and cancel my account', 0],
    ['cancel my order', 0],
  ])('%s', (text, count) => expect(likelyWays(text, 0.9, intentOf)).toHaveLength(count));

  it.each([
    ['how do I cancel my order and how do I reset it', 1],
    ['cancel my order and reset my password', 0],
  ])('are few in what hardly holds several requests, unless each asks: %s', (text, count) =>
    expect(likelyWays(text, 0.01, intentOf)).toHaveLength(count),
  );
});
