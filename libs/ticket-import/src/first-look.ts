import { BatonError, type ColumnMapping, type TicketSource } from '#contracts';
import { openTable } from './read/index.js';
import { recognise } from './recognise/index.js';

const shownRows = 10;
const shownCell = 200;

export interface FirstLook {
  source: TicketSource;
  columns: string[];
  /** The first rows that can be read. */
  rows: string[][];
  /** What the headers suggest; null: to be mapped by hand. */
  suggested: ColumnMapping | null;
  /** What people should know about the whole file; null: nothing. */
  warning: string | null;
}

const notUnicode =
  'The file is not Unicode and was read as Windows-1252. Look at letters with accents; if they are wrong, export it as UTF-8.';

/** What people see of a file before they say which column holds what. */
export async function firstLook(file: string): Promise<FirstLook> {
  const { columns, rows, encoding } = await openTable(file);
  const { source, mapping } = recognise(columns);
  const shown: string[][] = [];
  for await (const row of rows) {
    if (!('cells' in row)) continue;
    shown.push(columns.map((column) => shownOf(row.cells.get(column) ?? '')));
    if (shown.length === shownRows) break;
  }
  if (shown.length === 0 || columns.length === 0) throw new BatonError('TICKETS_FILE_EMPTY');
  return { source, columns, rows: shown, suggested: mapping, warning: encoding === 'windows-1252' ? notUnicode : null };
}

function shownOf(cell: string): string {
  return cell
    .slice(0, shownCell)
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .toWellFormed();
}
