import type { Mention } from './which-number.js';

/** Digits of one number that a customer writes apart, "10 42", are at most so many. */
const mostSpaced = 12;

/**
 * By the shop's own shape (contracts' numberPattern): "FH-#####" finds fh12345 and FH 12345, too, and writes them as the shop does.
 * `covered` is the text without other kinds of numbers: digits alone may be anything.
 */
export function mentionsByPattern(text: string, covered: string, patterns: string): Mention[] {
  const mentions: Mention[] = [];
  for (const shape of shapesOf(patterns)) {
    const read = /^[#\d]+$/.test(shape) ? covered : text;
    for (const match of read.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])#?${sourceOf(shape)}(?![\\p{L}\\p{N}])`, 'giu'))) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (mentions.some((other) => from < other.to && other.from < to)) continue;
      mentions.push({ from, to, value: written([...shape], match[0].replace(/^#/, '')), named: true });
    }
  }
  return mentions.sort((a, b) => a.from - b.from);
}

/** The number as the shop writes it, where a customer left out the letters of a shape: 12345 is FH-12345. Null: it has no such shape. */
export function withPrefix(digits: string, patterns: string): string | null {
  const fits = (shape: string) =>
    !/[A*\d]/.test(shape) && /^\P{N}*#+$/u.test(shape) && shape.split('#').length - 1 === digits.length;
  const shape = shapesOf(patterns).find(fits);
  return shape === undefined ? null : shape.replace(/#+$/, digits);
}

function shapesOf(patterns: string): string[] {
  return patterns
    .split(',')
    .map((shape) => shape.trim())
    .filter((shape) => shape !== '');
}

function sourceOf(shape: string): string {
  return shape.replace(/#+|[^#]/gu, (part) =>
    part.startsWith('#') ? digitsSource(part.length) : characterSource(part),
  );
}

/** So many digits in a row, one by one, or in two parts. */
function digitsSource(count: number): string {
  const row = `[0-9]{${count}}`;
  if (count < 3 || count > mostSpaced) return row;
  const parts = Array.from({ length: count - 1 }, (_, i) => [i + 1, count - i - 1] as const).map(
    ([first, second]) =>
      // "1042 2 mugs" is no number of five digits.
      `[0-9]{${first}}${first > 1 && second > 1 ? '[ -]' : '-'}[0-9]{${second}}`,
  );
  return `(?:${[row, `[0-9](?:[ -][0-9]){${count - 1}}`, ...parts].join('|')})`;
}

function characterSource(character: string): string {
  if (character === 'A') return '[a-z]';
  if (character === '*') return '[a-z0-9]';
  return isSeparator(character) ? `(?:[\\s./_-]|${escaped(character)})?` : character;
}

function escaped(character: string): string {
  return character.replace(/[$()*+.?[\\\]^{|}/]/, '\\$&');
}

function isSeparator(character: string): boolean {
  return !/[\p{L}\p{N}]/u.test(character);
}

/** The typed letters and digits in the places of the pattern's. */
function written(shape: string[], typed: string): string {
  const letters = [...typed].filter((character) => !isSeparator(character));
  let at = 0;
  return shape
    .map((character) => {
      if (character === '#' || character === 'A' || character === '*') return letters[at++]!.toUpperCase();
      if (!isSeparator(character)) at += 1;
      return character;
    })
    .join('');
}
