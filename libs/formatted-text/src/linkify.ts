export type TextPart = { text: string; href?: string };

/** `https://…` up to white space, quotes, angle brackets or a control, bidi or zero-width character. */
// eslint-disable-next-line no-control-regex
const candidate = /\bhttps?:\/\/[^\s<>"'\u0000-\u001f\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/gi;

/** Splits text into plain parts and http(s) links. What is linked is exactly what is shown. */
export function linkify(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(candidate)) {
    const link = trimEnd(match[0]);
    if (!isSafeLink(link)) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ text: link, href: link });
    end = match.index + link.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** Punctuation that ends the sentence, and a bracket that was opened before the link, are not part of it. */
function trimEnd(link: string): string {
  let end = link.length;
  let extra = count(link, ')') - count(link, '(');
  for (; end > 0; end--) {
    const last = link.charAt(end - 1);
    if (last === ')' && extra > 0) extra--;
    else if (!'.,;:!?*_]}'.includes(last)) break;
  }
  return link.slice(0, end);
}

const count = (text: string, character: string) => text.split(character).length - 1;

/** `https://bank.example@evil.example` reads as the wrong host: an address with a user name is never a link. */
export function isSafeLink(link: string): boolean {
  try {
    const url = new URL(link);
    return /^https?:$/.test(url.protocol) && !url.username && !url.password;
  } catch {
    return false;
  }
}
