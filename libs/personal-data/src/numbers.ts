import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import validator from 'validator';
import type { Masker, Replace } from './kinds.js';
import { ordinary } from './ordinary.js';
import { dash, digitsOf, wordEnd, wordStart } from './plain.js';

/** Cards, phone numbers, and every other run of digits that is too long to be a price, a size or a year. */
export const maskNumbers: Masker = (text, replace) =>
  /\d/.test(text)
    ? outsideOrdinary(text, (part) =>
        part
          .replace(digitGroups, (found) => maskGroups(found, replace))
          .replace(named, (found, name: string, is: string | undefined, number: string, next: string | undefined) =>
            isQuantity(number, next) ? found : maskNamed(name, is ?? '', replace),
          )
          .replace(code, (found) => (isLongCode(found) ? replace('number') : found)),
      )
    : text;

function maskNamed(name: string, is: string, replace: Replace): string {
  const word = replace(ofCustomer.test(name) ? 'customer_number' : 'order_number');
  return is === '' && /number$/i.test(name) ? name : `${name}${is} ${word}`;
}

/** Replaces in what lies between dates, times, prices and sizes. */
function outsideOrdinary(text: string, change: (part: string) => string): string {
  let changed = '';
  let from = 0;
  for (const { index, 0: kept } of text.matchAll(ordinary)) {
    changed += change(text.slice(from, index)) + kept;
    from = index + kept.length;
  }
  return changed + change(text.slice(from));
}

/** Seven digits or more with at most three separators between any two: phone and card numbers as people write them. */
const digitGroups = new RegExp(
  String.raw`(?<![\p{L}\p{N}])[+(]{0,2}\d(?:[\s()./,·•_*${dash}]{0,3}\d){6,}${wordEnd}`,
  'gu',
);
/** Between two things of a list, not within a number. */
const listMark = /\s*(?:,\s|\n)\s*/;

function maskGroups(found: string, replace: Replace): string {
  if (isCard(found)) return replace('card');
  const groups = found.match(/\d+/g)!;
  const international = /^[+(]*(?:\+|0)/.test(found);
  if (!international && groups.every((group) => group.length <= 2)) return found; // "sizes 36 38 40 42"
  if ((international || groups.length <= 5) && isPhone(found)) return replace('phone');
  const mark = listMark.exec(found);
  if (!mark) return replace('number');
  if (/\n/.test(mark[0]) && groups.every((group) => group.length >= 3) && groups.length >= 4) return replace('number');
  return found
    .split(/(\s*(?:,\s|\n)\s*)/)
    .map((part) => (digitsOf(part).length >= 7 ? maskGroups(part, replace) : part))
    .join('');
}

/** 13 to 19 digits of a bank's card with a valid check digit: ISO/IEC 7812-1, annex B (Luhn). */
function isCard(text: string): boolean {
  const digits = digitsOf(text);
  return /^[2-6]/.test(digits) && digits.length >= 13 && digits.length <= 19 && validator.isLuhnNumber(digits);
}

/** Where the five languages are spoken most; a number with + says its country itself. */
const countries: CountryCode[] = ['GB', 'US', 'ES', 'MX', 'DE', 'AT', 'CH', 'FR', 'BE', 'SA', 'AE', 'EG', 'MA'];

function isPhone(text: string): boolean {
  const number = text.replaceAll('(0)', '');
  if (/^\(?\+/.test(number)) return parsePhoneNumberFromString(number)?.isPossible() ?? false;
  return countries.some((country) => parsePhoneNumberFromString(number, country)?.isValid());
}

/** A word of letters, digits and hyphens, such as FH-20117 or a parcel's 1Z999AA10123456784. */
const code = /(?<![\p{L}\p{N}-])[\p{L}\d-]*\d[\p{L}\d-]*/gu;
/** The names of things are shorter: WH-1000XM4, UE55AU7100. */
const isLongCode = (text: string) => /\d{5}/.test(text) || digitsOf(text).length >= 7;

const orderWords =
  'order|bestellung|bestellnummer|auftrag|auftragsnummer|commande|pedido|invoice|rechnung|rechnungsnummer|factura|facture|parcel|tracking|paket|paquete|colis|ticket|reference|referencia|référence|(?:ال)?طلب(?:ي|ية|يتي)?|(?:ال)?فاتورة|(?:ال)?شحنة';
const customerWords =
  'customer|kunde|kundennummer|cliente|client|account|konto|kontonummer|cuenta|compte|member|membership|(?:ال)?عميل|(?:ال)?حساب';
const ofCustomer = new RegExp(`^(?:رقم\\s)?(?:${customerWords})`, 'iu');
/** "order no. FH-1042", "#1042": a shorter number that says what it is. */
const named = new RegExp(
  String.raw`(#|${wordStart}(?:رقم\s)?(?:${orderWords}|${customerWords})${wordEnd}(?:\s+(?:no|nr|number|nummer|id|número|numéro|numero|num|núm|n[o°]|رقم)${wordEnd}[.:]?)?)(\s+(?:is|was|ist|lautet|es|est|هو))?\s*:?\s*#?\s*([a-z]{0,4}-?\d{3,}(?:-[a-z\d]+)*)${wordEnd}(?=(\s+\p{L}+)?)`,
  'giu',
);
/** "order 150 mugs" is an amount, "order 150 is late" is not. */
const isQuantity = (number: string, next: string | undefined) =>
  /^\d{3}$/.test(number) && /^\s+(?!is$|was$|has$|status$|pls$|this$|as$|does$)\p{L}{2,}s$/iu.test(next ?? '');
