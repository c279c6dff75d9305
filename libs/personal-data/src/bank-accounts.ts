import validator from 'validator';
import type { Masker } from './kinds.js';
import { dash } from './plain.js';

const start = /(?<![\p{L}\p{N}])[a-z]{2}[\s\p{Pd}]?\d{2}/giu;
/** From there: country, check digits and what the bank adds, in one piece or in groups. */
const whole = new RegExp(String.raw`^[a-z]{2}[\s${dash}]?\d{2}(?:[\s${dash}.,/]{0,2}[a-z\d]){11,30}`, 'iu');

/** IBANs with valid check digits. Words look like one more group, so the longest part that is one counts. */
export const maskBankAccounts: Masker = (text, replace) => {
  let masked = '';
  let from = 0;
  for (const { index } of text.matchAll(start)) {
    if (index < from) continue;
    const length = ibanLength(text.slice(index, index + 100));
    if (length === 0) continue;
    masked += text.slice(from, index) + replace('bank_account');
    from = index + length;
  }
  return masked + text.slice(from);
};

function ibanLength(text: string): number {
  const candidate = whole.exec(text)?.[0] ?? '';
  for (let end = candidate.length; end >= 15; end--) {
    if (/^[a-z\d]/i.test(text.slice(end)) || !/[a-z\d]$/i.test(text.slice(0, end))) continue;
    if (validator.isIBAN(text.slice(0, end).replace(/[^a-z\d]/gi, ''))) return end;
  }
  return 0;
}
