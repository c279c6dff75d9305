import { found, type Found } from './plain.js';

/** Shapes that are nothing else: of the United Kingdom, and of Canada. */
const distinct = [
  /(?<![\p{L}\p{N}])([a-z]{1,2}\d[a-z\d]?)[ -]?(\d[a-z]{2})(?![\p{L}\p{N}])/iu,
  /(?<![\p{L}\p{N}])([abceghj-nprstvxy]\d[a-z])[ -]?(\d[a-z]\d)(?![\p{L}\p{N}])/iu,
];
/** Of most other countries: digits, with two letters in the Netherlands and four characters in Ireland. */
const common = '(\\d{4}) ?([a-z]{2})|(\\d{3,5}(?:-\\d{3,4})?)|([a-z]\\d[\\dw]) ?([a-z0-9]{4})';
const named = new RegExp(
  `(?:post ?code|zip(?: ?code)?|plz|postleitzahl|code postal|c[oó]digo postal|الرمز البريدي)[^\\p{L}\\p{N}]{0,3}(?:is |ist |est |es )?(?:${common})(?![\\p{L}\\p{N}])`,
  'iu',
);
const given = new RegExp(`(?<![\\p{L}\\p{N}])(?:${common})(?![\\p{L}\\p{N}])`, 'iu');

/** `asked`: it is what the bot has asked for; else a bare number may be anything. */
export function postcodeIn(text: string, asked: boolean): Found | null {
  const match = [...distinct, named, ...(asked ? [given] : [])].map((shape) => shape.exec(text)).find(Boolean);
  const parts = (groups: RegExpMatchArray) => groups.slice(1).filter((part) => part !== undefined);
  return found(text, match ?? null, (groups) => parts(groups).join(' ').toUpperCase());
}
