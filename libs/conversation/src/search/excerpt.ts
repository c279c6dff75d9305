import type { TextSpan } from '#contracts';
import { Prisma } from '#database';

/** Around what matches, in the headlines that PostgreSQL makes. No message holds these two: they are taken out when it is written. */
const [start, end] = ['\u0001', '\u0002'];

/**
 * The part of a message (m) that matches `query`, with marks, read in the first language in which it matches: words of another language
 * have other stems.
 */
export function headline(query: Prisma.Sql): Prisma.Sql {
  const languages = ['english', 'spanish', 'german', 'french', 'arabic'].map(
    (language) => Prisma.sql`WHEN to_tsvector(${language}::regconfig, m.words) @@ ${query} THEN ${language}::regconfig`,
  );
  const options = `StartSel=${start}, StopSel=${end}, MaxWords=22, MinWords=10`;
  return Prisma.sql`ts_headline(
    CASE WHEN to_tsvector('simple', m.words) @@ ${query} THEN 'simple'::regconfig
      ${Prisma.join(languages, ' ')} ELSE 'simple'::regconfig END,
    m.text, ${query}, ${options})`;
}

/** The parts of a headline. */
export function textSpans(marked: string): TextSpan[] {
  return marked
    .split(new RegExp(`(${start}[^${end}]+${end})`, 'u'))
    .map((part) => {
      const hit = part.length > 2 && part.startsWith(start) && part.endsWith(end);
      return { text: hit ? part.slice(1, -1) : part, hit };
    })
    .filter(({ text }) => text !== '');
}
