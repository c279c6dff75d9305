import { describe, expect, it } from 'vitest';
import type { Cue } from '../auxiliary/index.js';
import { severalRequests, wayWorthReading, type Piece } from './several-requests.js';

const piece = (text: string, intent: string, more: Partial<Piece> = {}): Piece => ({
  ...{
    text,
    intent,
    confidence: 0.97,
    oosScore: 0.05,
    topK: [{ intent, confidence: 0.97 }],
    acts: { acknowledgement: 0.1, too_general: 0.1 },
  },
  embedding: intent === 'cancel' ? Float32Array.of(1, 0) : Float32Array.of(0.3, 0.95),
  ...more,
});
const cancel = piece('cancel my order please', 'cancel');
const login = piece('I cannot log in', 'login');
/** Of the whole: both pieces stand in it. */
const both = (several: number) => ({ topK: [{ intent: 'cancel', confidence: 0.8 }, { intent: 'login', confidence: 0.15 }], several }); // prettier-ignore
/** The whole is read as one of them alone. */
const one = (several: number) => ({ topK: [{ intent: 'cancel', confidence: 0.97 }, { intent: 'login', confidence: 0.01 }], several }); // prettier-ignore
const put = (...cues: Cue[]) => ({ cues: new Set(cues) });
/** Two sentences. */
const stated = put('stop');
const surely = (...of: Parameters<typeof severalRequests>) => severalRequests(...of).surely;

describe('several requests', () => {
  it.each<[string, Piece[], boolean]>([
    ['two that are clear', [cancel, login], true],
    ['two of one intent', [cancel, piece('stop my order now', 'cancel')], false],
    ['one that is out of scope', [cancel, { ...login, oosScore: 0.7 }], false],
    ['one that is unsure', [cancel, { ...login, confidence: 0.2 }], false],
    [
      'two that are hardly sure',
      [
        { ...cancel, confidence: 0.7 },
        { ...login, confidence: 0.7 },
      ],
      false,
    ],
    ['two that mean much the same', [{ ...cancel, confidence: 0.9 }, { ...login, confidence: 0.9, embedding: cancel.embedding }], false], // prettier-ignore
  ])('%s', (_, pieces, found) => {
    expect(surely({ pieces, ...stated }, both(0.9))).toEqual(found ? pieces : []);
  });

  it.each<[string, Parameters<typeof severalRequests>[1], boolean]>([
    ['both stand in the whole, which surely holds several', both(0.9), true],
    ['both stand in it, though it hardly holds several', both(0.03), false],
    ['the whole is one of them, and surely holds several', one(0.95), true],
    ['the whole is one of them, and may hold several', one(0.3), false],
    ['the whole is a third thing', { topK: [{ intent: 'hours', confidence: 0.97 }], several: 0.9 }, false],
  ])('by the whole: %s', (_, whole, found) => {
    expect(surely({ pieces: [cancel, login], ...stated }, whole)).toEqual(found ? [cancel, login] : []);
  });

  it.each<[string, number, boolean]>([
    ['may stand in it', 0.3, true],
    ['hardly stand in it', 0.02, false],
  ])('the whole is one of them, and several %s', (_, several, possible) => {
    const pieces = [cancel, login];
    const found = severalRequests({ pieces, ...stated }, one(several));
    expect(found).toEqual({ surely: [], possibly: possible ? pieces : [] });
  });

  it('what takes note of something is told and not asked for', () => {
    const noted = {
      ...piece('thanks, the money has come', 'refund'),
      embedding: cancel.embedding,
      acts: { acknowledgement: 0.9, too_general: 0.1 },
    };
    expect(surely({ pieces: [noted, login], ...stated }, both(0.9))).toEqual([]);
    expect(surely({ pieces: [noted, cancel, login], ...stated }, both(0.9))).toEqual([cancel, login]);
    const asked = { ...noted, text: 'is the money there', acts: { acknowledgement: 0.6, too_general: 0.1 } };
    expect(surely({ pieces: [asked, login], ...stated }, both(0.9))).toEqual([asked, login]);
  });

  it.each<[string, Piece, boolean]>([
    ['a question that no intent fits, beside a sure one', cancel, true],
    ['beside an unsure one', { ...cancel, confidence: 0.6 }, false],
  ])('%s', (_, sure, found) => {
    const pieces = [sure, { ...login, text: 'are you hiring there', oosScore: 0.8 }];
    expect(surely({ pieces, ...put('adds') }, both(0.9))).toEqual(found ? pieces : []);
  });

  it.each<[string, number, boolean, boolean]>([
    ['a question hardly about what the other is surely about', 0.3, false, true],
    ['one that may be about it', 0.5, false, false],
    ['one that may be, before "also"', 0.7, true, true],
    ['one that surely is, before "also"', 0.8, true, false],
  ])('%s', (_, confidence, adds, found) => {
    const { embedding } = login;
    const other = piece('can you wrap a throw for me', 'cancel', { confidence, oosScore: 0.4, embedding });
    const pieces = [other, { ...cancel, text: 'can I cancel my order' }];
    expect(
      surely({ pieces, ...(adds ? put('adds', 'asks') : put('asks', 'questionMarks', 'stop')) }, one(0.9)),
    ).toEqual(found ? pieces : []);
  });

  it('questions are requests of their own, unsure as they are by themselves', () => {
    const pieces = [cancel, { ...login, confidence: 0.5 }];
    expect(surely({ pieces, ...stated }, both(0.3))).toEqual([]);
    expect(surely({ pieces, ...put('asks', 'questionMarks', 'stop') }, both(0.3))).toEqual(pieces);
  });

  it.each([
    ['surely', 0.95, false],
    ['hardly', 0.6, true],
  ])('a second question about what the whole is %s about', (_, confidence, found) => {
    const pieces = [
      { ...cancel, intent: 'hours' },
      { ...login, text: 'can I bring my dog', intent: 'hours', oosScore: 0.8 },
    ];
    const topK = [{ intent: 'hours', confidence }, { intent: 'stock', confidence: 0.04 }]; // prettier-ignore
    expect(surely({ pieces, ...put('asks') }, { topK, several: 0.9 })).toEqual(found ? pieces : []);
  });
});

describe('the way worth reading', () => {
  const intentOf = (text: string) => ({ intent: /cancel/.test(text) ? 0 : 1, probability: 0.9 });

  it('asks what the pieces are about only where that could make one worth it', () => {
    let asked = 0;
    const counted = (text: string) => {
      asked++;
      return intentOf(text);
    };
    expect(wayWorthReading('cancel my order please and reset my password', 0.01, counted)).toBeNull();
    expect(asked).toBe(0);
    expect(wayWorthReading('cancel my order please and reset my password', 0.9, counted)).not.toBeNull();
    expect(asked).toBe(2);
  });

  it('is that of any list', () => {
    const text = '1 postage\n2 how long\n3 customs';
    const way = wayWorthReading(text, 0.01, () => ({ intent: 0, probability: 0.1 }));
    expect(way?.spans.map(({ from, to }) => text.slice(from, to))).toEqual(['1 postage', 'how long', 'customs']);
  });

  it.each([
    ['cancel my order please and reset my password', ['cancel my order please', 'reset my password']],
    ['cancel my order please and cancel my account', null],
    ['cancel my order', null],
    [
      'hello there, cancel my order please and reset my password',
      ['hello there, cancel my order please', 'reset my password'],
    ],
  ])('%s', (text, pieces) => {
    const way = wayWorthReading(text, 0.9, intentOf);
    expect(way && way.spans.map(({ from, to }) => text.slice(from, to))).toEqual(pieces);
  });

  it.each([
    ['how do I cancel my order? and how do I reset it?', true],
    ['cancel my order and reset it', false],
  ])('is none in what hardly holds several requests, unless each asks: %s', (text, worth) =>
    expect(wayWorthReading(text, 0.01, intentOf) !== null).toBe(worth),
  );
});
