import { describe, expect, it } from 'vitest';
import { severalRequests, wayWorthReading, type Piece } from './several-requests.js';

const piece = (text: string, intent: string, more: Partial<Piece> = {}): Piece => ({
  ...{ text, intent, confidence: 0.97, oosScore: 0.05, fragment: 0.1 },
  embedding: intent === 'cancel' ? Float32Array.of(1, 0) : Float32Array.of(0.3, 0.95),
  ...more,
});
const cancel = piece('cancel my order please', 'cancel');
const [lessSureCancel, lessSureLogin] = [{ ...cancel, confidence: 0.95 }, { ...piece('I cannot log in', 'login'), confidence: 0.93 }]; // prettier-ignore
/** Of the whole: both pieces stand in it. */
const whole = { topK: [{ intent: 'cancel', confidence: 0.8 }, { intent: 'login', confidence: 0.05 }], several: 0.9 }; // prettier-ignore
const login = piece('I cannot log in', 'login');

describe('several requests', () => {
  it.each<[string, Piece[], boolean]>([
    ['two that are clear', [cancel, login], true],
    ['two of one intent', [cancel, piece('stop my order now', 'cancel')], false],
    ['one that is out of scope', [cancel, { ...login, oosScore: 0.7 }], false],
    ['one that is unsure', [cancel, { ...login, confidence: 0.2 }], false],
    ['two that are less sure', [lessSureCancel, lessSureLogin], true],
    [
      'two statements that are hardly sure',
      [
        { ...cancel, confidence: 0.91 },
        { ...login, confidence: 0.81 },
      ],
      false,
    ],
    ['a statement that is less sure', [cancel, { ...login, confidence: 0.6 }], false],
    ['the same where it is a part of a message', [lessSureCancel, { ...lessSureLogin, fragment: 0.99 }], false],
    [
      'the same where both mean much the same',
      [lessSureCancel, { ...lessSureLogin, embedding: cancel.embedding }],
      false,
    ],
  ])('%s', (_, pieces, found) => {
    expect(severalRequests({ pieces, adds: false, asks: false }, whole)).toEqual(found ? pieces : []);
  });

  it.each([
    ['surer pieces', 0.98, true],
    ['the same, less sure', 0.95, false],
  ])('two of which the whole knows one, by %s', (_, confidence, found) => {
    const pieces = [
      { ...cancel, confidence, fragment: 0.1 },
      { ...login, confidence, fragment: 0.1 },
    ];
    const read = { topK: [{ intent: 'cancel', confidence: 0.999 }, { intent: 'login', confidence: 0.0002 }], several: 0.8 }; // prettier-ignore
    expect(severalRequests({ pieces, adds: false, asks: false }, read)).toEqual(found ? pieces : []);
  });

  it.each([
    [0.95, []],
    [0.6, [cancel, login]],
  ])('two where the whole is read as a third thing, with confidence %s', (confidence, pieces) => {
    const read = { topK: [{ intent: 'hours', confidence }], several: 0.9 };
    expect(severalRequests({ pieces: [cancel, login], adds: false, asks: false }, read)).toEqual(pieces);
  });

  it.each<[string, Piece, boolean]>([
    ['a question that no intent fits, beside a sure one', cancel, true],
    ['beside an unsure one', { ...cancel, confidence: 0.6 }, false],
  ])('%s', (_, sure, found) => {
    const pieces = [sure, { ...login, text: 'are you hiring there', oosScore: 0.8 }];
    expect(severalRequests({ pieces, adds: true, asks: false }, whole)).toEqual(found ? pieces : []);
  });

  it.each<[string, number, boolean, boolean]>([
    ['a question hardly about what the other is surely about', 0.3, false, true],
    ['one that may be about it', 0.5, false, false],
    ['one that may be, before "also"', 0.7, true, true],
    ['one that surely is, before "also"', 0.8, true, false],
  ])('%s', (_, confidence, adds, found) => {
    const other = piece('can you wrap a throw for me', 'cancel', { confidence, oosScore: 0.4 });
    const pieces = [other, { ...cancel, text: 'can I cancel my order' }];
    const read = { topK: [{ intent: 'cancel', confidence: 0.97 }], several: 0.9 };
    expect(severalRequests({ pieces, adds, asks: true }, read)).toEqual(found ? pieces : []);
  });

  it('questions are requests of their own, unsure as they are by themselves', () => {
    const pieces = [cancel, { ...login, confidence: 0.6, fragment: 0.9 }];
    expect(severalRequests({ pieces, adds: false, asks: false }, whole)).toEqual([]);
    expect(severalRequests({ pieces, adds: false, asks: true }, whole)).toEqual(pieces);
  });

  it.each<[string, Piece, number, boolean]>([
    ['an unsure statement before the question that the whole is about', { ...login, confidence: 0.8 }, 0.8, false],
    ['a sure one', login, 0.8, true],
    ['an unsure question', { ...login, confidence: 0.8, text: 'why can I not log in' }, 0.8, true],
    ['where the whole is not so sure', { ...login, confidence: 0.8 }, 0.7, true],
  ])('%s', (_, told, confidence, found) => {
    const pieces = [told, { ...cancel, text: 'can I cancel my order' }];
    const read = {
      topK: [
        { intent: 'cancel', confidence },
        { intent: 'login', confidence: 0.05 },
      ],
      several: 0.9,
    };
    expect(severalRequests({ pieces, adds: true, asks: false }, read)).toEqual(found ? pieces : []);
  });

  it('a second question about what the whole is surely about is none', () => {
    const [sure, open] = [
      { ...cancel, intent: 'hours' },
      { ...login, text: 'can I bring my dog', intent: 'hours', oosScore: 0.8 },
    ];
    const way = { pieces: [sure, open], adds: false, asks: true };
    expect(severalRequests(way, { topK: [{ intent: 'hours', confidence: 0.95 }], several: 0.9 })).toEqual([]);
    expect(severalRequests(way, { topK: [{ intent: 'hours', confidence: 0.6 }], several: 0.9 })).toEqual(way.pieces);
  });
});

describe('the way worth reading', () => {
  const intentOf = (text: string) => ({ intent: /cancel/.test(text) ? 0 : 1, probability: 0.9 });
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
    ['how do I cancel my order and how do I reset it', true],
    ['cancel my order and reset it', false],
  ])('is none in what hardly holds several requests, unless each asks: %s', (text, worth) =>
    expect(wayWorthReading(text, 0.01, intentOf) !== null).toBe(worth),
  );
});
