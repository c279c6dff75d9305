import { compile } from 'html-to-text';

const markup =
  /<\/?(?:p|div|br|span|html|body|table|t[rdh]|a|b|i|em|strong|ul|ol|li|blockquote|style|font|h[1-6])\b[^<>]*>/i;

/** Earlier mails stand in blockquotes. */
const toText = compile({
  wordwrap: false,
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'blockquote', format: 'skip' },
    { selector: '*', format: 'inline' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
  limits: { maxInputLength: 1_000_000 },
});

/** What somebody reads in a cell: markup is taken out, line ends are one kind, and what cannot be stored or shown goes. */
export function plainText(cell: string): string {
  const text = markup.test(cell) ? toText(cell) : cell;
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .toWellFormed()
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
