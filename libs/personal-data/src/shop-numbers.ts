import { dash, wordEnd, wordStart } from './plain.js';

/** Numbers in a shop's own shape: `#` one digit, `A` one letter, `*` one of both, anything else itself; shapes separated by commas. */
export function maskShopNumbers(text: string, patterns: string | undefined, replace: () => string): string {
  const shapes = (patterns ?? '').split(',').map((shape) => shape.trim());
  return shapes.filter(Boolean).reduce((masked, shape) => masked.replace(expression(shape), replace), text);
}

/** Customers leave hyphens out, or write spaces in their place. */
function expression(shape: string): RegExp {
  const source = Array.from(shape, (mark) => {
    if (mark === '#') return String.raw`\d`;
    if (mark === 'A') return '[a-z]';
    if (mark === '*') return String.raw`[a-z\d]`;
    if (/[\s\p{Pd}]/u.test(mark)) return String.raw`[\s${dash}]?`;
    return mark.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  });
  return new RegExp(`${wordStart}${source.join('')}${wordEnd}`, 'giu');
}
