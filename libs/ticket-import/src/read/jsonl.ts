import { longestRow, type RawRow } from './table.js';

/** Rows of JSON Lines: an object a line. Lists are joined by commas, as help desks list tags; objects within objects are left out. */
export async function* readJsonl(text: AsyncIterable<string>): AsyncGenerator<RawRow, void, undefined> {
  let line = 0;
  for await (const content of lines(text)) {
    line++;
    if (content === null) yield { line, broken: 'json' };
    else if (content.trim()) {
      const cells = cellsOf(content);
      yield cells ? { line, cells } : { line, broken: 'json' };
    }
  }
}

/** Lines end with \n alone: U+2028 may stand inside a JSON string. Null for a line that is too long to be a ticket. */
async function* lines(text: AsyncIterable<string>): AsyncGenerator<string | null> {
  let rest = '';
  let tooLong = false;
  for await (const piece of text) {
    const parts = (rest + piece).split('\n');
    rest = parts.pop()!;
    for (const part of parts) {
      yield tooLong ? null : part;
      tooLong = false;
    }
    if (rest.length > longestRow) tooLong = true;
    if (tooLong) rest = '';
  }
  if (rest || tooLong) yield tooLong ? null : rest;
}

function cellsOf(content: string): Map<string, string> | null {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return new Map(Object.entries(value).flatMap(([name, cell]) => (isText(cell) ? [[name, textOf(cell)]] : [])));
}

type Scalar = string | number | boolean | null;
const isScalar = (value: unknown): value is Scalar => value === null || typeof value !== 'object';
const isText = (value: unknown): value is Scalar | Scalar[] =>
  isScalar(value) || (Array.isArray(value) && value.every(isScalar));

function textOf(value: Scalar | Scalar[]): string {
  return Array.isArray(value) ? value.map(textOf).join(', ') : value === null ? '' : String(value);
}
