/** Stands where a sentence ends. No phrase goes across it. */
export const sentenceEnd = '.';

/** Cyrillic and Greek letters that look like Latin ones, each above the letter that it looks like. */
const [foreign, latin] = [[...'аеорсхіукαεορικυντ'], [...'aeopcxiykaeopikuvt']];
const lookalikes = new Map(foreign.map((letter, index) => [letter, latin[index]!]));

/** Letters that Unicode does not take apart. */
const plain: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', ı: 'i' },
  ...{ أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ئ: 'ي', ؤ: 'و', ة: 'ه' },
};
const digitForLetter: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's' };

/**
 * The words of a text as lists compare them: lower case, without accents, compatibility forms, invisible characters and the tricks that
 * hide a word from a list ("k i l l", "su1cide", "fuuuck"). English contractions are one word: "can't" is "cant".
 */
export function foldedWords(text: string): string[] {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/[ßæœøłıأإآٱىئؤة]/gu, (letter) => plain[letter]!)
    .normalize('NFD')
    .replace(/[\p{M}ـ]/gu, '')
    .replace(/[ؤئ]/gu, (letter) => plain[letter]!)
    .replace(/(?<=\p{Script=Latin})[аеорсхіукαεορικυντ]|[аеорсхіукαεορικυντ](?=\p{Script=Latin})/gu, (c) =>
      lookalikes.get(c)!,
    )
    .replace(/(?<=[a-z])[013457@$](?=[a-z])/g, (c) => digitForLetter[c]!)
    .replace(/(?<![\p{L}\p{N}])\p{L}(?:([ ._-])\p{L})(?:\1\p{L})+(?![\p{L}\p{N}])/gu, (run) =>
      run.replace(/[ ._-]/g, ''),
    )
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/(?<=\p{L})['’‘´`](?=(?:t|s|m|d|ll|re|ve)(?!\p{L}))/gu, '');
  return folded.match(/[\p{L}\p{N}]+(?:\*+\p{L}+)*|[.!?؟]+(?=\s|$)|\n/gu)?.map(asWord) ?? [];
}

/** Arabic words lose their article, which is written onto them. */
function asWord(piece: string): string {
  if (!/^[\p{L}\p{N}]/u.test(piece)) return sentenceEnd;
  return piece.replace(/^(?:[وفبك]?ال|لل)(?=\p{Script=Arabic}{3})/u, '');
}
