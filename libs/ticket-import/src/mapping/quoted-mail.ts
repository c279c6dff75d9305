/** Lines after which an earlier mail stands, as the usual mail programs write them. */
const beginnings = [
  /^-{2,} ?(?:original message|original-?nachricht|ursprüngliche nachricht|message d['’]origine|mensaje original|forwarded message) ?-{2,}$/i,
  /^on\b.{5,200}\bwrote:$/i,
  /^am\b.{5,200}\bschrieb\b.{0,200}:$/i,
  /^le\b.{5,200}\ba écrit ?:$/i,
  /^el\b.{5,200}\bescribió:$/i,
  /^_{10,}$/,
];
const sender = /^(?:from|von|de): .+/i;
const date = /^(?:sent|date|gesendet|datum|envoyé|enviado(?: el)?|fecha): .+/i;

/** The text without the mails that it answers. Where nothing else is left, it stays as it is. */
export function withoutQuotedMail(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((_, index) => beginsQuote(lines, index));
  const own = (end < 0 ? lines : lines.slice(0, end)).filter((line) => !line.startsWith('>'));
  return own.join('\n').trim() || text;
}

/** A program may break its "On … wrote:" after the sender. */
function beginsQuote(lines: string[], index: number): boolean {
  const [line, next = ''] = [lines[index]!.trim(), lines[index + 1]?.trim() ?? ''];
  if (line.length > 400) return false;
  if (sender.test(line) && date.test(next)) return true;
  return beginnings.some(
    (beginning) => beginning.test(line) || (next.endsWith(':') && beginning.test(`${line} ${next}`)),
  );
}
