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

/** The words of a text, without anything that has digits or signs in it. */
export function wordsIn(text: string): Word[] {
  const isShouted = text === text.toUpperCase();
  const words: Word[] = [];
  for (const chunk of text.matchAll(/\S+/g)) {
    if (otherThanWords.test(chunk[0])) continue;
    for (const found of chunk[0].matchAll(word)) {
      const from = chunk.index + found.index;
      words.push({
        text: plainWord(found[0]),
        from,
        to: from + found[0].length,
        looksLikeName: !isShouted && /^\p{Lu}/u.test(found[0]) && !/(?:^|[.!?\n])\s*$/.test(text.slice(0, from)),
      });
    }
  }
  return words;
}

function plainWord(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('’', "'");
}
