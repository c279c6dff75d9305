import { formatLocale } from '../language/t.js';

/** In kB or MB, as people read them. */
export function fileSize(bytes: number): string {
  const [unit, divisor] = bytes < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const);
  const maximumFractionDigits = unit === 'megabyte' ? 1 : 0;
  return new Intl.NumberFormat(formatLocale(), { style: 'unit', unit, maximumFractionDigits }).format(
    Math.max(bytes / divisor, 1),
  );
}
