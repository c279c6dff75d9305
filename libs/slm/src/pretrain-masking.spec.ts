import { describe, expect, it } from 'vitest';
import { hidePieces, maskVocabulary, type MaskVocabulary } from './pretrain-masking.js';
import { seededRandom } from './random.js';

const [begin, end, mask] = [1, 2, 3];
const vocabulary: MaskVocabulary = { size: 50, mask, special: new Set([0, begin, end, mask]) };
/** Messages of 2 to 21 pieces of text between the special ones. */
const messages = Array.from({ length: 200 }, (_, m) => [
  begin,
  ...Array.from({ length: 2 + (m % 20) }, (_, i) => 4 + ((m * 7 + i * 3) % 46)),
  end,
]);
const { messages: shown, hidden } = hidePieces(messages, vocabulary, seededRandom(1));

describe('hiding pieces', () => {
  it('hides 15 % of the pieces of text, each once, and says what stood there', () => {
    const pieces = messages.flat().filter((piece) => !vocabulary.special.has(piece)).length;
    expect(hidden).toHaveLength(Math.round(pieces * 0.15));
    expect(new Set(hidden.map(({ message, place }) => `${message} ${place}`)).size).toBe(hidden.length);
    for (const { message, place, piece } of hidden) expect(piece).toBe(messages[message]![place]);
  });

  it('shows the mask for 80 %, another piece for 10 %, the piece itself for the rest', () => {
    const share = (what: (now: number, before: number) => boolean) =>
      hidden.filter(({ message, place, piece }) => what(shown[message]![place]!, piece)).length / hidden.length;
    expect(share((now) => now === mask)).toBeCloseTo(0.8, 1);
    expect(share((now, before) => now !== mask && now !== before)).toBeCloseTo(0.1, 1);
    expect(share((now, before) => now === before)).toBeCloseTo(0.1, 1);
  });

  it('leaves special pieces, all other pieces and the messages given as they are', () => {
    const touched = new Set(hidden.map(({ message, place }) => `${message} ${place}`));
    for (const [m, message] of messages.entries()) {
      expect(message[0]).toBe(begin);
      for (const [place, piece] of message.entries()) {
        const now = shown[m]![place]!;
        if (!touched.has(`${m} ${place}`)) expect(now).toBe(piece);
        else expect(now === mask || !vocabulary.special.has(now)).toBe(true);
      }
    }
  });

  it.each([
    ['a message of one piece hides it', [[begin, 9, end]], 1],
    ['nothing but special pieces hides nothing', [[begin, end]], 0],
    [
      'seven pieces hide one',
      [
        [begin, 5, 6, 7, end],
        [begin, 8, 9, 10, 11, end],
      ],
      1,
    ],
  ])('%s', (_what, given, count) => {
    expect(hidePieces(given, vocabulary, seededRandom(1)).hidden).toHaveLength(count);
  });

  it('is the same for the same seed and another for another', () => {
    expect(hidePieces(messages, vocabulary, seededRandom(1)).hidden).toEqual(hidden);
    expect(hidePieces(messages, vocabulary, seededRandom(2)).hidden).not.toEqual(hidden);
  });
});

describe('the mask of a tokenizer', () => {
  const tokens = (...names: string[]) =>
    JSON.stringify({ added_tokens: names.map((content, id) => ({ id, content, special: content !== 'word' })) });

  it.each([
    ['BERT', tokens('[PAD]', '[CLS]', '[MASK]', 'word'), 2, [0, 1, 2]],
    ['XLM-R', tokens('<s>', 'word', '<pad>', '<mask>'), 3, [0, 2, 3]],
  ])('%s', (_which, json, found, special) => {
    expect(maskVocabulary(json, 100)).toEqual({ size: 100, mask: found, special: new Set(special) });
  });

  it('is asked for where there is none', () => {
    expect(() => maskVocabulary(tokens('[PAD]', '[CLS]'), 100)).toThrow('no [MASK] piece');
  });
});
