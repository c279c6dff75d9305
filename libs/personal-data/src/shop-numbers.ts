import { dash, wordEnd, wordStart } from './plain.js';

/** Numbers in a shop's own shape: `#` one digit, `A` one letter, `*` one of both, anything else itself; shapes separated by commas. */
export function maskShopNumbers(text: string, patterns: string | undefined, replace: () => string): string {
  const shapes = (patterns ?? '').split(',').map((shape) => shape.trim());
  return shapes.filter(Boolean).reduce((masked, shape) => masked.replace(expression(shape), replace), text);
}

/** Customers leave hyphens out, or write spaces in their place and between letters and digits. */
function expression(shape: string): RegExp {
  const gap = String.raw`[\s${dash}]?`;
  const source = shape
    .replace(/(\p{L})(?=#)|(#)(?=\p{L})/gu, '$& ')
    .replace(/[\s\p{Pd}]+/gu, ' ')
    .replace(/./gsu, (mark) => marks[mark] ?? (mark === ' ' ? gap : mark.replace(/[.+?^${}()|[\]\\/]/, '\\$&')));
  return new RegExp(`${wordStart}${source}${wordEnd}`, 'giu');
}

const marks: Record<string, string> = { '#': String.raw`\d`, A: '[a-z]', '*': String.raw`[a-z\d]` };
