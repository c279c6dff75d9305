/** A value for a customer's eyes: one line, not endless. */
const maxLength = 1000;

/**
 * What stands at a path such as "order.items[0].name", as text; undefined: nothing does, or what cannot be said in a sentence. A list
 * of simple values is said with commas.
 */
export function valueAt(json: unknown, path: string): string | undefined {
  let at = json;
  for (const step of path.split(/[.[\]]+/).filter((part) => part !== '')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  return Array.isArray(at) ? inOneLine(at.map(said)) : said(at);
}

export function outputsOf(json: unknown, outputs: { name: string; path: string }[]): Record<string, string> {
  const values = outputs.flatMap(({ name, path }) => {
    const value = valueAt(json, path);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(values);
}

function said(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return undefined;
  return value
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .toWellFormed()
    .trim()
    .slice(0, maxLength)
    .toWellFormed();
}

function inOneLine(values: (string | undefined)[]): string | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? known.join(', ').slice(0, maxLength).toWellFormed() : undefined;
}
