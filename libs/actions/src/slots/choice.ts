import { distance } from 'fastest-levenshtein';
import { plain, type Found } from './plain.js';

const folded = (text: string) => plain(text).toLowerCase();

/**
 * The one choice that a text names, as the shop writes it; the longest where one is part of another. Two of them are none. Typing errors are
 * forgiven, most of them where the bot has asked for a choice.
 */
export function choiceIn(text: string, choices: string[], asked: boolean): Found | null {
  let rest = ` ${spelled(folded(text), choices.map(folded), asked)} `;
  const named: string[] = [];
  for (const choice of [...choices].sort((a, b) => b.length - a.length)) {
    const at = wordsAt(rest, folded(choice));
    if (at < 0) continue;
    named.push(choice);
    rest = `${rest.slice(0, at)} ${rest.slice(at + folded(choice).length)}`;
  }
  return named.length === 1 ? { value: named[0]!, rest } : null;
}

/** A choice of so many letters may have one wrong, and of so many two: shorter words are too often others. */
const [lettersAsked, lettersUnasked] = [
  { one: 5, two: 9 },
  { one: 7, two: Infinity },
];

/** The text with the choices spelled as they are. */
function spelled(text: string, choices: string[], asked: boolean): string {
  const letters = asked ? lettersAsked : lettersUnasked;
  return choices.reduce((corrected, choice) => {
    const most = choice.length >= letters.two ? 2 : choice.length >= letters.one ? 1 : 0;
    if (most === 0 || wordsAt(corrected, choice) >= 0) return corrected;
    const length = choice.split(' ').length;
    const words = [...corrected.matchAll(/[\p{L}\p{N}]+/gu)];
    for (let i = 0; i + length <= words.length; i++) {
      const [first, last] = [words[i]!, words[i + length - 1]!];
      const to = last.index + last[0].length;
      if (distance(corrected.slice(first.index, to), choice) <= most)
        return corrected.slice(0, first.index) + choice + corrected.slice(to);
    }
    return corrected;
  }, text);
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
