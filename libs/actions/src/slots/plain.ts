/** Text as slots read it: compatibility forms, digits of Arabic script and what nobody sees become plain characters. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A value, and the text without it: what is one slot's is no other's. */
export interface Found {
  value: string;
  rest: string;
}

export function found(text: string, match: RegExpMatchArray | null, valueOf: (match: RegExpMatchArray) => string) {
  if (!match) return null;
  const at = match.index!;
  return { value: valueOf(match), rest: `${text.slice(0, at)} ${text.slice(at + match[0].length)}` };
}
