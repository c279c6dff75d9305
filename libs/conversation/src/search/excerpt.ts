import type { ExcerptPart } from '#contracts';
import { Prisma } from '#database';

/** Around what matches. No message holds these two: they are taken out when it is written. */
const [start, end] = ['\u0001', '\u0002'];
/** Shown before the first hit, and in all; UTF-16 units. */
const [lead, longest] = [40, 160];

/**
 * The words of a message (m) with marks around those that match `query`, read in the first language in which all match: words of another
 * language have other stems. It is as long as the text, but for the marks.
 */
export function markedWords(query: Prisma.Sql): Prisma.Sql {
  const languages = ['simple', 'english', 'spanish', 'german', 'french', 'arabic'].map(
    (language) => Prisma.sql`WHEN to_tsvector(${language}::regconfig, m.words) @@ ${query} THEN ${language}::regconfig`,
  );
  return Prisma.sql`ts_headline(CASE ${Prisma.join(languages, ' ')} ELSE 'simple'::regconfig END, m.words, ${query},
    ${`StartSel=${start}, StopSel=${end}, HighlightAll=true`})`;
}

/** The part of `text` around its first hit, in parts. */
export function excerpt(text: string, marked: string): ExcerptPart[] {
  const spans: ExcerptPart[] = [];
  let [at, hit] = [0, false];
  for (const part of marked.split(new RegExp(`([${start}${end}])`, 'u'))) {
    if (part === start || part === end) {
      hit = part === start;
      continue;
    }
    spans.push({ text: text.slice(at, at + part.length), hit });
    at += part.length;
  }
  return cut(spans.filter((span) => span.text !== ''));
}

function cut(spans: ExcerptPart[]): ExcerptPart[] {
  const first = spans.findIndex(({ hit }) => hit);
  const before = spans[first - 1]?.text ?? '';
  const shown = first > 0 ? [{ text: ending(before), hit: false }, ...spans.slice(first)] : spans;
  let left = longest;
  return shown.flatMap(({ text, hit }) => {
    if (left <= 0) return [];
    const part = text.length > left && !hit ? `${text.slice(0, left).toWellFormed()}…` : text;
    left -= text.length;
    return [{ text: part, hit }];
  });
}

/** From the beginning of a word on. */
function ending(text: string): string {
  if (text.length <= lead) return text;
  const last = text.slice(-lead).toWellFormed();
  return `…${last.slice(last.search(/\s/u) + 1)}`;
}
