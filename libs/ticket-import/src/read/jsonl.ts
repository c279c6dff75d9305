import { columnName, longestRow, type RawRow } from './table.js';

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
  let begun: string[] = [];
  let length = 0;
  const whole = () => {
    const line = length > longestRow ? null : begun.join('');
    [begun, length] = [[], 0];
    return line;
  };
  for await (const piece of text) {
    for (const [index, part] of piece.split('\n').entries()) {
      if (index > 0) yield whole();
      length += part.length;
      if (length <= longestRow) begun.push(part);
    }
  }
  if (length > 0) yield whole();
}

function cellsOf(content: string): Map<string, string> | null {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return new Map(
    Object.entries(value).flatMap(([name, cell]) => (isText(cell) ? [[columnName(name), textOf(cell)]] : [])),
  );
}

type Scalar = string | number | boolean | null;
const isScalar = (value: unknown): value is Scalar => value === null || typeof value !== 'object';
const isText = (value: unknown): value is Scalar | Scalar[] =>
  isScalar(value) || (Array.isArray(value) && value.every(isScalar));

function textOf(value: Scalar | Scalar[]): string {
  return Array.isArray(value) ? value.map(textOf).join(', ') : value === null ? '' : String(value);
}
