/** Characters without a shape of their own, with which digits and words can be kept apart: soft hyphens, zero-width marks, bidi controls. */
const invisible = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const arabicDigits = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** One spelling for what looks the same: NFKC, ASCII digits for Arabic and Persian ones, nothing invisible. */
export function plain(text: string): string {
  return text
    .replace(invisible, '')
    .replaceAll('´', "'") // NFKC would make it a space with an accent
    .normalize('NFKC')
    .replace(arabicDigits, (digit) => String(digit.charCodeAt(0) & 0xf));
}

export const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Dashes of every length; the minus sign is none to Unicode. */
export const dash = String.raw`\p{Pd}\u2212`;
/** In the place of \b, which knows ASCII only. */
export const wordStart = String.raw`(?<![\p{L}\p{N}])`;
export const wordEnd = String.raw`(?![\p{L}\p{N}])`;
