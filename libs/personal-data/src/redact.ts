import validator from 'validator';

/**
 * Puts plain words in the place of what identifies a person, before a model reads a text, to learn or to serve.
 *
 * The placeholders are ordinary words that say what stood there, one word piece each in the encoder's vocabulary. What is replaced
 * tells no intent from another; the digits of prices, sizes, dates and years stay.
 */
export function redact(text: string): string {
  return text
    .replace(eMail, 'email')
    .replace(ibanLike, redactIban)
    .replace(digitGroups, (found) => (isDate.test(found) ? found : isCard(found) ? 'card' : 'number'))
    .replace(code, (found) => (isDate.test(found) || found.replace(/\D/g, '').length < longRun ? found : 'number'))
    .replace(named, (_, name: string) => (/number$/i.test(name) ? name : `${name} number`));
}

/** Without a domain too: "jo.lambert@ please". What stands between two @ belongs to it, whatever it is. */
const eMail = /(?<![^\s@<>(),;:"])[^\s@<>(),;:"]+(?:@[^\s@<>(),;:"]*(?=@)|@[\p{L}\p{N}.-]*)+/gu;
/** Country, check digits and what the bank adds, in one piece or in groups of four. */
const ibanLike =
  /(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?:[a-z\d]{11,30}|(?: [a-z\d]{4}){2,7}(?: [a-z\d]{1,4})?)(?![\p{L}\p{N}])/giu;
/** Seven digits or more with at most two separators between any two: phone and card numbers as people write them. */
const digitGroups = /(?<![\p{L}\p{N}])[+(]{0,2}\d(?:[ ()./-]{0,2}\d){6,}(?![\p{L}\p{N}])/gu;
const isDate = /^(?:\d{1,2}([./-])\d{1,2}\1\d{2,4}|\d{4}([./-])\d{1,2}\2\d{1,2})$/;
/** A word of letters, digits and hyphens, such as FH-20117 or a parcel's 1Z999AA10123456784. */
const code = /(?<![\p{L}\p{N}-])[\p{L}\d-]*\d[\p{L}\d-]*/gu;
const longRun = 5;
/** "order no. FH-1042", "#1042": a shorter number that says what it is. */
const named =
  /(#|\b(?:order|bestellung|commande|pedido|invoice|rechnung|parcel|tracking)(?:\s+(?:no|nr|number|id)\b[.:]?)?)\s*:?\s*#?\s*[a-z]{0,4}-?\d{3,}\b/giu;

/** 13 to 19 digits with a valid check digit: ISO/IEC 7812-1, annex B (Luhn). */
function isCard(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  return digits.length >= 13 && digits.length <= 19 && validator.isLuhnNumber(digits);
}

/** Words of four letters look like one more group, so what is an IBAN without its last groups is one too. */
function redactIban(found: string): string {
  for (let end = found.length; end > 0; end = found.lastIndexOf(' ', end - 1)) {
    if (validator.isIBAN(found.slice(0, end))) return `bank account${found.slice(end)}`;
  }
  return found;
}
