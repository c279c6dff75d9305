/** One line of a JSON answer as it is shown: a name, a value where it is a plain one, and its place where a path can name it. */
export interface JsonLine {
  depth: number;
  key: string;
  /** Null: an object or a list, whose lines follow. */
  value: string | null;
  path: string | null;
}

/** More lines than anybody reads. */
const most = 500;
const pathKey = /^[A-Za-z_$][\w$-]*$/;

/** A shop's answer, line by line; null: it is no JSON object. */
export function jsonLines(text: string): JsonLine[] | null {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return null;
  const lines: JsonLine[] = [];
  addEntries(lines, answer, '', 0);
  return lines;
}

function addEntries(lines: JsonLine[], parent: object, path: string | null, depth: number): void {
  const isList = Array.isArray(parent);
  for (const [key, value] of Object.entries(parent) as [string, unknown][]) {
    if (lines.length >= most) return;
    const place = placeOf(path, key, isList);
    const isParent = typeof value === 'object' && value !== null;
    lines.push({ depth, key: isList ? `[${key}]` : key, value: isParent ? null : JSON.stringify(value), path: place });
    if (isParent) addEntries(lines, value, place, depth + 1);
  }
}

/** Null: a key with spaces or dots, say, which the contract's paths cannot name. */
function placeOf(parent: string | null, key: string, inList: boolean): string | null {
  if (parent === null) return null;
  if (inList) return Number(key) < 10_000 ? `${parent}[${key}]` : null;
  if (!pathKey.test(key)) return null;
  return parent === '' ? key : `${parent}.${key}`;
}
