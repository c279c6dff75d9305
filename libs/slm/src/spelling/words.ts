/** A word, with apostrophes inside it. */
const word = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*/gu;
/** What holds one of these is a number, an address, a link or a mark, not words. */
const otherThanWords = /[\p{N}@/\\_#<>[\]{}]|\p{L}\.\p{L}/u;

export interface Word {
  /** In lower case, with a straight apostrophe. */
  text: string;
  from: number;
  to: number;
  /** It begins with a capital although it does not begin a sentence, and not all of the text is in capitals. */
  looksLikeName: boolean;
}

/** A model reads no more of a message, so words after them are left alone, and a pasted book costs little. */
const mostCharacters = 4_000;

/** The words of a text, without anything that has digits or signs in it. */
export function wordsIn(text: string): Word[] {
  const isShouted = text === text.toUpperCase();
  const words: Word[] = [];
  let last = 0;
  for (const chunk of text.matchAll(/\S+/g)) {
    if (chunk.index >= mostCharacters) break;
    if (otherThanWords.test(chunk[0])) continue;
    for (const found of chunk[0].matchAll(word)) {
      const from = chunk.index + found.index;
      const to = from + found[0].length;
      const beginsSentence = words.length === 0 || /[.!?\n]/.test(text.slice(last, from));
      const looksLikeName = !isShouted && !beginsSentence && /^\p{Lu}/u.test(found[0]);
      words.push({ text: plainWord(found[0]), from, to, looksLikeName });
      last = to;
    }
  }
  return words;
}

function plainWord(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('’', "'");
}
