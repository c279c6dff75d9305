import type { Masker } from './kinds.js';

/** Without a domain too: "jo.lambert@ please". What stands between two @ belongs to it, whatever it is. */
const usual = /(?:"[^"\n@]{1,64}"|(?<![^\s@<>(),;:"])[^\s@<>(),;:"]+)(?:@[^\s@<>(),;:"]*(?=@)|@[\p{L}\p{N}.-]*)+/gu;
const spaced = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}\s{1,2}@\s{0,2}(?:[\p{L}\p{N}-]+\s?\.\s?)+\p{L}{2,}/gu;

const bracketed = (words: string) => String.raw`\s{0,2}[([{<]\s?(?:${words})\s?[)\]}>]\s{0,2}`;
const dotWords = 'dot|punto|punkt|point|نقطة|نقطه';
const atWords = 'at|arroba|arobase|ät|chez|آت|ات';
/** Of at most 64 characters, so that a long line of dashes costs no more than it is long. */
const name = String.raw`[\p{L}\p{N}_%+-]{1,64}(?:(?:\.|\s(?:${dotWords}|underscore|guion bajo|tiret)\s|${bracketed(dotWords)})[\p{L}\p{N}_%+-]{1,64}){0,4}`;
const worded = (at: string, dot: string) =>
  new RegExp(
    String.raw`(?<![\p{L}\p{N}_%+-])${name}(?:${at})[\p{L}\p{N}-]+(?:(?:${dot})[\p{L}\p{N}-]{2,}){1,3}`,
    'giu',
  );
/** "jo (at) example.com": the brackets alone say what it is. */
const inBrackets = worded(bracketed(atWords), String.raw`\.|\s(?:${dotWords})\s|${bracketed(dotWords)}`);
/** "jo at example dot com": without them both words must be of one language, since people look "at example.com". */
const inWords = [
  ['at', 'dot'],
  ['arroba', 'punto'],
  ['ät', 'punkt'],
  ['arobase', 'point'],
  ['آت', 'نقطة'],
].map(([at, dot]) => worded(String.raw`\s${at}\s`, String.raw`\s${dot}\s`));

export const maskEmails: Masker = (text, replace) => {
  const email = () => replace('email');
  const masked = text.includes('@') ? text.replace(usual, email).replace(spaced, email) : text;
  return [inBrackets, ...inWords].reduce((left, pattern) => left.replace(pattern, email), masked);
};
