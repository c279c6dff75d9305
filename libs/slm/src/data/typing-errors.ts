import type { Random } from '#statistics';

/** Rows of a keyboard. A finger slips to a key beside the one it means. */
const keyboards = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** As customers spell when they text. */
const shortForms = new Map(
  Object.entries({
    you: 'u',
    your: 'ur',
    are: 'r',
    please: 'plz',
    thanks: 'thx',
    because: 'cuz',
    to: '2',
    for: '4',
    before: 'b4',
    great: 'gr8',
    what: 'wot',
    though: 'tho',
    tomorrow: 'tmrw',
    message: 'msg',
    have: 'hav',
    receive: 'recieve',
    received: 'recieved',
    address: 'adress',
    delivery: 'delivry',
    definitely: 'definately',
    "don't": 'dont',
    "can't": 'cant',
    "hasn't": 'hasnt',
    "haven't": 'havent',
    "didn't": 'didnt',
    "where's": 'wheres',
    "what's": 'whats',
    "i'm": 'im',
    "i've": 'ive',
  }),
);
/** One error for about so many characters, at least one. */
const charactersPerError = 25;
/** Words with a digit stay whole: they are sizes, prices and years, where another digit means something else. */
const hasDigit = /\p{N}/u;

/** A copy of `text` with a few errors as people make them when they type: letters and words, never numbers. The same for the same `random`. */
export function withTypingErrors(text: string, random: Random): string {
  const errors = 1 + Math.floor(random.next() * (1 + text.length / charactersPerError));
  let words = text.split(' ');
  for (let n = 0; n < errors; n++) {
    const at = Math.floor(random.next() * words.length);
    if (hasDigit.test(words[at]!)) continue;
    const error = wordErrors[Math.floor(random.next() * wordErrors.length)]!;
    words = [...words.slice(0, at), ...error(words, at, random), ...words.slice(at + 1)];
  }
  return words.join(' ');
}

/** What stands in the place of word `at`. */
type WordError = (words: string[], at: number, random: Random) => string[];

/** Changes a letter within a word; the first letter is seldom mistyped, and very short words are not told from others then. */
const inside =
  (change: (word: string, at: number, random: Random) => string): WordError =>
  (words, at, random) => {
    const word = words[at]!;
    if (word.length < 4) return [word];
    return [change(word, 1 + Math.floor(random.next() * (word.length - 2)), random)];
  };

const wordErrors: WordError[] = [
  inside((word, at) => word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2)),
  inside((word, at) => word.slice(0, at) + word.slice(at + 1)),
  inside((word, at) => word.slice(0, at + 1) + word.slice(at)),
  inside((word, at, random) => word.slice(0, at) + besideKey(word[at]!, random) + word.slice(at + 1)),
  // The space is lost, and the next word joins this one.
  (words, at) =>
    at + 1 < words.length && !hasDigit.test(words[at + 1]!) ? [words[at]! + words.splice(at + 1, 1)[0]!] : [words[at]!],
  (words, at) => [shortForms.get(words[at]!.toLowerCase()) ?? words[at]!.replaceAll(/['’]/g, '')],
];

function besideKey(letter: string, random: Random): string {
  const row = keyboards.find((keys) => keys.includes(letter));
  if (!row) return letter;
  const at = row.indexOf(letter) + (random.next() < 0.5 ? -1 : 1);
  return row[at] ?? letter;
}
