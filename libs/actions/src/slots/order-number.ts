import { found, type Found } from './plain.js';

/** "#1042", "order no. FH-1042", "bestellung: 1042": a number that says what it is. */
const named =
  /(?:#|(?<!\p{L})(?:order|bestellung|bestellnummer|auftrag|commande|pedido|طلب|الطلب)\s*(?:no|nr|n°|number|nummer|numéro|número|رقم|id)?[.:]?\s*#?)\s*([a-z]{0,4}-?\d{3,12})(?![\p{L}\p{N}])/iu;
/** A bare number; not a price, and not a part of a date or of a longer code. */
const bare = /(?<![\d£$€.,/:@-])\b([a-z]{0,4}-?\d{4,12})\b(?![.,/:-]?\d|\s*(?:%|€|pounds|euros?|dollars)|[a-z@])/i;
/** The whole of an answer to "which order?". */
const alone = /^#?([a-z0-9][a-z0-9/_-]{0,29})[.!]*$/i;

/** The order number that a text mentions, in capitals; `asked`: it is what the bot has asked for. */
export function orderNumberIn(text: string, pattern: string, asked: boolean): Found | null {
  if (pattern.trim() !== '') return byPattern(text, pattern);
  const whole = asked && /\d/.test(text) ? alone.exec(text) : null;
  return found(text, whole ?? named.exec(text) ?? bare.exec(text), (match) => match[1]!.toUpperCase());
}

/** By the shop's own shape (contracts' numberPattern): "FH-#####" finds fh12345 and FH 12345, too, and writes them as the shop does. */
function byPattern(text: string, patterns: string): Found | null {
  const shapes = patterns.split(',').map((shape) => shape.trim());
  for (const shape of shapes.filter((each) => each !== '')) {
    const characters = [...shape];
    const source = characters.map(characterClass).join('');
    const match = new RegExp(`(?<![\\p{L}\\p{N}])#?${source}(?![\\p{L}\\p{N}])`, 'iu').exec(text);
    if (match) return found(text, match, () => written(characters, match[0].replace(/^#/, '')));
  }
  return null;
}

function characterClass(character: string): string {
  if (character === '#') return '[0-9]';
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
