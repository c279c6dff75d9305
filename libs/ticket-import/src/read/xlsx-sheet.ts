import { SaxesParser } from 'saxes';
import type { Meter } from './table.js';
import type { Archive } from './xlsx-archive.js';

export interface SheetRow {
  line: number;
  cells: string[];
}

/** Excel has columns A to XFD. */
const mostColumns = 16_384;

/** Rows of a sheet as they come out of the archive. Dates are the numbers that they are stored as; a formula is its last result. */
export async function* sheetRows(
  archive: Archive,
  part: string,
  strings: string[],
  meter: Meter,
): AsyncGenerator<SheetRow> {
  let ready: SheetRow[] = [];
  let row: SheetRow = { line: 0, cells: [] };
  let column = 0;
  let type = '';
  let value = '';
  let inValue = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'row') row = { line: Number(attributes['r'] ?? row.line + 1), cells: [] };
    else if (name === 'c') {
      column = attributes['r'] ? columnOf(attributes['r']) : row.cells.length;
      type = attributes['t'] ?? 'n';
      value = '';
    } else if (name === 'v' || name === 't') inValue = true;
    else if (name === 'rPh') inValue = false;
  });
  parser.on('text', (text) => {
    if (inValue) value += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'v' || name === 't') inValue = false;
    else if (name === 'c' && column < mostColumns) {
      while (row.cells.length < column) row.cells.push('');
      row.cells[column] = type === 's' ? (strings[Number(value)] ?? '') : value;
    } else if (name === 'row') ready.push(row);
  });
  for await (const share of archive.parse(part, parser)) {
    meter.share = share;
    yield* ready;
    ready = [];
  }
  yield* ready;
}

/** "C7" -> 2 */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.match(/^[A-Z]{1,3}/)?.[0] ?? 'A') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
