/**
 * The words of a message as the phrases of manners.ts are compared: compatibility forms, no case, no accents, no apostrophes, letters that
 * are drawn out ("heyyy") once, and one form of the Arabic letters that people interchange.
 */
export function tokens(text: string): string[] {
  return wordsIn(folded(text));
}

/** As `tokens`, of a text that is folded already. */
export function wordsIn(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((token) => token !== '');
}

/** A text in the one form in which letters are compared; spaces and signs stay. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}ـ'’‘`´]/gu, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/ß/g, 'ss')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/(\p{L})\1+/gu, '$1');
}
