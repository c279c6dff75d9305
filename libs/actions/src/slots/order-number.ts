import { wordsToDigits } from './number-words.js';
import { cover, coverOtherNumbers } from './other-numbers.js';
import { plain, type Found } from './plain.js';
import { mentionsByPattern, withPrefix } from './shop-pattern.js';
import { theOnesMeant, type Mention } from './which-number.js';

/** What names an order's number, and the words between. */
const names =
  "orders?|order's|order-?(?:number|no|nr)|refs?|reference|confirmation|purchase|numbers?|numero|num|no|nos|nr|nrs|bestell(?:ung|ungen|nummern?|nr)|auftr[aä]ge?|auftrags-?(?:nummern?|nr)|nummern?|commandes?|cde|numéros?|pedidos?|[oó]rden(?:es)?|compras?|números?|(?:ال)?طلب(?:ي|ية|يه|يتي|ات|يات)?|رقم|برقم|رقمه|رقمها";
const between = 'is|was|are|the|my|id|mit|der|die|ist|lautet|de|du|la|est|es|hat|with|هو|هي|ذو';
const lead = `(?<lead>(?<![\\p{L}\\p{N}])(?:(?:#|№|n[°º]|(?:${names}|${between})(?!\\p{L}))[\\s.:=#°º'"“(-]*)*)`;
const letters = `(?:(?<letters>(?<![\\p{L}\\p{N}'’])[a-z]{1,4})(?<gap> ?[-–]? ?))?`;
const digits =
  '(?<digits>\\d(?:[ -]\\d){2,11}|\\d{1,3}[ -]\\d{1,3}(?:[ -]\\d{1,3})?|\\d{1,3}[.,]\\d{3}|\\d{1,12})(?![\\p{L}\\p{N}_@])(?![.:]\\d|-\\d{1,2}(?!\\d))';
const shape = new RegExp(`${lead}${letters}(?<!\\d[.:-]?)${digits}`, 'giu');
const anyName = new RegExp(`[#№°º]|(?<!\\p{L})(?:${names})(?!\\p{L})`, 'iu');
const anyOther = new RegExp(`(?<!\\p{L})(?:${names}|${between})(?!\\p{L})`, 'giu');

/** Letters that are hardly a word, so that they belong to the number after them: FH, fh. */
const noWord = /^(?:[b-df-hj-np-tv-z]{1,4})$/i;
const notPrefixes = new Set(['nr', 'my', 'by', 'no', 'is', 's', 't', 'd', 'm', 'ty', 'thx', 'pls', 'plz', 'hmm', 'x']);
/** What may stand beside a number that is the whole of a message. */
const polite =
  /(?<!\p{L})(?:hi|hello|hey|please|pls|plz|thanks?|thank you|thx|cheers|sorry|it'?s|it is|its|this is|that'?s|here|here it is|sure|ok|okay|yes|so|there you go|hallo|bitte|danke|ja|hier|das ist|es ist|sie ist|sie lautet|hola|por favor|gracias|sí|es el|es la|aquí|bonjour|s'il vous pla[iî]t|svp|stp|merci|oui|voici|voilà|c'est|le|la|من فضلك|شكرا|نعم|مرحبا|هذا|هو)(?!\p{L})/giu;
/** The whole of an answer to "which order?". */
const alone = /^#?([a-z0-9][a-z0-9/_-]{0,29})[.!]*$/i;
const yearLike = /^(?:19[5-9]|20[0-3])\d$/;

/** The order number that a text is about, in capitals; of a list the first. `asked`: it is what the bot has asked for. */
export function orderNumberIn(text: string, pattern: string, asked: boolean): Found | null {
  const read = inOneScript(text);
  const meant = meantIn(read, pattern, asked);
  if (meant.length === 0) return null;
  const rest = meant.reduceRight((left, { from, to }) => `${left.slice(0, from)} ${left.slice(to)}`, read);
  return { value: meant[0]!.value, rest };
}

/** All order numbers that a text is about, in their order: more than one is a list. */
export function orderNumbersIn(text: string, pattern: string, asked: boolean): string[] {
  return meantIn(inOneScript(plain(text)), pattern, asked).map(({ value }) => value);
}

/** Numbers in digits, "1o41" too, and the Arabic "and" apart from them. */
function inOneScript(text: string): string {
  return wordsToDigits(text)
    .replace(/(?<=\d)o(?=\d)/giu, '0')
    .replace(/(?<!\p{L})و(?=\d)/gu, 'و ');
}

function meantIn(text: string, pattern: string, asked: boolean): Mention[] {
  const covered = coverOtherNumbers(text);
  if (pattern.trim() === '') {
    const whole = asked && /\d/.test(covered) ? alone.exec(covered) : null;
    if (whole && !isSpaced(covered)) return [{ from: 0, to: text.length, value: whole[1]!.toUpperCase(), named: true }];
    return theOnesMeant(text, mentionsIn(covered, asked));
  }
  const mentions = mentionsByPattern(text, covered, pattern);
  if (mentions.length > 0) return theOnesMeant(text, mentions);
  const bare = mentionsIn(covered, asked).filter(({ named }) => named || asked);
  const written = bare.map((mention) => ({ ...mention, value: withPrefix(mention.value, pattern) }));
  return theOnesMeant(
    text,
    written.filter((mention) => mention.value !== null).map((mention) => ({ ...mention, value: mention.value! })),
  );
}

/** By the usual shapes of order numbers. */
function mentionsIn(text: string, asked: boolean): Mention[] {
  const open = asked || isNumberAlone(text);
  const opening = numberFirst(text);
  const mentions: Mention[] = [];
  for (const match of text.matchAll(shape)) {
    const mention = mentionOf(match, text, open || match.index < opening, mentions.at(-1));
    if (mention) mentions.push(mention);
  }
  return mentions;
}

/** `open`: whatever may be an order number is one. */
function mentionOf(match: RegExpMatchArray, text: string, open: boolean, before: Mention | undefined): Mention | null {
  const { lead = '', letters = '', gap = '', digits = '' } = match.groups!;
  const to = match.index! + match[0].length;
  const from = to - digits.length;
  const number = digits.replace(/\D/g, '');
  const named = anyName.test(lead);
  const prefix = prefixOf(letters, gap, named || open);
  const mention = { from: from - (prefix === '' ? 0 : letters.length + gap.length), to, value: prefix + number, named };
  if (number.length < 3) return null;
  if (isSpaced(digits) && !isOneByOne(digits))
    return (named || open) && isJoined(digits, text.slice(to)) ? mention : null;
  if (named || open) return mention;
  const inList =
    before &&
    before.value.length === mention.value.length &&
    /^[\s,;/&+]*(?:\p{L}{1,4}\s*)?$/u.test(text.slice(before.to, from));
  if (inList) return mention;
  return number.length >= 4 && (prefix !== '' || !yearLike.test(number)) ? mention : null;
}

/** "FH-" of "fh-1042", and "FH" of "FH 1042" where the letters are no word. */
function prefixOf(letters: string, gap: string, expected: boolean): string {
  if (letters === '' || notPrefixes.has(letters.toLowerCase())) return '';
  const inCapitals = letters.length > 1 && letters === letters.toUpperCase();
  if (gap.includes(' ') && !(noWord.test(letters) && (expected || inCapitals))) return '';
  return letters.toUpperCase() + gap.replace(/ /g, '').replace('–', '-');
}

function isSpaced(digits: string): boolean {
  return /\d[ .,-]+\d/.test(digits);
}

function isOneByOne(digits: string): boolean {
  return /^\d(?:[ -]\d)+$/.test(digits);
}

/** "10 42", "104-2" or "1,042" is one number; in "104 2 mugs" are two. */
function isJoined(digits: string, after: string): boolean {
  const number = digits.replace(/\D/g, '');
  if (/[.,-]/.test(digits)) return number.length <= 8;
  return (
    number.length >= 3 &&
    number.length <= 6 &&
    (!/^ \p{L}/u.test(after) || (number.length === 4 && !/ \d$/.test(digits)))
  );
}

/** The length of a first sentence that is a number and nothing else: "ten forty-two. Where is it?" Else 0. */
function numberFirst(text: string): number {
  const first = /^[^\n]*?[.!?](?=\s)/.exec(text)?.[0] ?? '';
  return isNumberAlone(first) ? first.length : 0;
}

/** Nothing else is said: "1042 please". */
function isNumberAlone(text: string): boolean {
  const rest = text.replace(polite, ' ').replace(anyOther, ' ');
  return (
    /\d/.test(rest) &&
    !/\p{L}/u.test(rest.replace(/(?<!\p{L})(?:[a-z]{1,4}-?|[b-df-hj-np-tv-z]{2,4} )(?=\d)/giu, ' ')) &&
    !rest.includes(cover)
  );
}
