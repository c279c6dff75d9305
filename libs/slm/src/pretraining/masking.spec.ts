import { describe, expect, it } from 'vitest';
import { seededRandom } from '#statistics';
import { maskTokens, maskVocabulary, type MaskVocabulary } from './masking.js';

const [begin, end, mask] = [1, 2, 3];
const vocabulary: MaskVocabulary = { size: 50, mask, special: new Set([0, begin, end, mask]) };
/** Messages of 2 to 21 tokens of text between the special ones. */
const messages = Array.from({ length: 200 }, (_, m) => [
  begin,
  ...Array.from({ length: 2 + (m % 20) }, (_, i) => 4 + ((m * 7 + i * 3) % 46)),
  end,
]);
const { messages: shown, masked } = maskTokens(messages, vocabulary, seededRandom(1));

describe('masking tokens', () => {
  it('masks 15 % of the tokens of text, each once, and says what it was', () => {
    const tokens = messages.flat().filter((token) => !vocabulary.special.has(token)).length;
    expect(masked).toHaveLength(Math.round(tokens * 0.15));
    expect(new Set(masked.map(({ message, position }) => `${message} ${position}`)).size).toBe(masked.length);
    for (const { message, position, token } of masked) expect(token).toBe(messages[message]![position]);
  });

  it('shows the mask for 80 %, another token for 10 %, the token itself for the rest', () => {
    const share = (what: (now: number, before: number) => boolean) =>
      masked.filter(({ message, position, token }) => what(shown[message]![position]!, token)).length / masked.length;
    expect(share((now) => now === mask)).toBeCloseTo(0.8, 1);
    expect(share((now, before) => now !== mask && now !== before)).toBeCloseTo(0.1, 1);
    expect(share((now, before) => now === before)).toBeCloseTo(0.1, 1);
  });

  it('leaves special tokens, all other tokens and the messages given as they are', () => {
    const touched = new Set(masked.map(({ message, position }) => `${message} ${position}`));
    for (const [m, message] of messages.entries()) {
      expect(message[0]).toBe(begin);
      for (const [position, token] of message.entries()) {
        const now = shown[m]![position]!;
        if (!touched.has(`${m} ${position}`)) expect(now).toBe(token);
        else expect(now === mask || !vocabulary.special.has(now)).toBe(true);
      }
    }
  });

  it.each([
    ['a message of one token masks it', [[begin, 9, end]], 1],
    ['nothing but special tokens masks nothing', [[begin, end]], 0],
    [
      'seven tokens mask one',
      [
        [begin, 5, 6, 7, end],
        [begin, 8, 9, 10, 11, end],
      ],
      1,
    ],
  ])('%s', (_what, given, count) => {
    expect(maskTokens(given, vocabulary, seededRandom(1)).masked).toHaveLength(count);
  });

  it('is the same for the same seed and another for another', () => {
    expect(maskTokens(messages, vocabulary, seededRandom(1)).masked).toEqual(masked);
    expect(maskTokens(messages, vocabulary, seededRandom(2)).masked).not.toEqual(masked);
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
    expect(() => maskVocabulary(tokens('[PAD]', '[CLS]'), 100)).toThrow('no [MASK] token');
  });
});
