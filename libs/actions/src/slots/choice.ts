import { distance } from 'fastest-levenshtein';
import { plain, type Found } from './plain.js';

const folded = (text: string) => plain(text).toLowerCase();

/**
 * The one choice that a text names, as the shop writes it; the longest where one is part of another. Two of them are none. Where the bot has
 * asked for one, a typing error in it is forgiven.
 */
export function choiceIn(text: string, choices: string[], asked: boolean): Found | null {
  return choiceNamed(text, choices) ?? (asked ? choiceMistyped(text, choices) : null);
}

function choiceNamed(text: string, choices: string[]): Found | null {
  let rest = ` ${folded(text)} `;
  const named: string[] = [];
  for (const choice of [...choices].sort((a, b) => b.length - a.length)) {
    const at = wordsAt(rest, folded(choice));
    if (at < 0) continue;
    named.push(choice);
    rest = `${rest.slice(0, at)} ${rest.slice(at + folded(choice).length)}`;
  }
  return named.length === 1 ? { value: named[0]!, rest } : null;
}

/** So many letters of a choice may have one wrong, and so many two: shorter words are too often others. */
const [lettersForOne, lettersForTwo] = [5, 9];

function choiceMistyped(text: string, choices: string[]): Found | null {
  const words = folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const named = choices.filter((choice) => {
    const meant = folded(choice);
    const most = meant.length >= lettersForTwo ? 2 : meant.length >= lettersForOne ? 1 : 0;
    const length = meant.split(' ').length;
    return words.some((_, i) => most > 0 && distance(words.slice(i, i + length).join(' '), meant) <= most);
  });
  return named.length === 1 ? { value: named[0]!, rest: '' } : null;
}

/** Where `words` stand as whole words; -1: nowhere. A plural is the same word. */
function wordsAt(text: string, words: string): number {
  const inWord = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const after = text.slice(at + words.length).replace(/^s(?![\p{L}\p{N}])/u, '');
    if (!inWord.test(text[at - 1] ?? ' ') && !inWord.test(after[0] ?? ' ')) return at;
  }
  return -1;
}
