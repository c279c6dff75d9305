import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { BatonError, maxTextLength, ModelError, type ColumnMapping } from '#contracts';
import { mapRow } from './mapping/index.js';
import { openTable, type BrokenRow, type Table } from './read/index.js';
import { contactNameColumn, recognise } from './recognise/index.js';

/** A labelled message of a file. `intent` is empty for an out-of-scope row, whatever the file calls it. */
export interface TicketRow {
  text: string;
  intent: string;
  oos: boolean;
  /** Line in its file, from 1, for warnings about it. */
  line: number;
  /** To be masked in its text. */
  contactName: string | null;
}

export interface RowsFile {
  rows: TicketRow[];
  warnings: string[];
}

/** The names of the columns in a file, where its headers do not say it. */
export type ColumnMap = Partial<Record<'text' | 'intent' | 'oos', string>>;

const maxBytes = 512 * 1024 * 1024;
const brokenBy: Record<BrokenRow, string> = {
  columns: 'more cells than the header',
  quote: 'quote not closed',
  json: 'not a JSON object',
};

/**
 * Reads labelled tickets from CSV, JSONL or XLSX: the columns `text`, `intent` and `oos`, those of `map`, or those of a help desk's
 * export. Rows without a text or an intent are left out with a warning. Throws a ModelError that names the file, and the line where it
 * is one line's fault.
 */
export function readRows(file: string, map: ColumnMap = {}): Promise<RowsFile> {
  return read(file, map, 'labelled');
}

/** As `readRows`, for texts without labels: every row with a text is kept, and `intent` may be empty. */
export function readTexts(file: string, map: ColumnMap = {}): Promise<RowsFile> {
  return read(file, map, 'any');
}

async function read(file: string, map: ColumnMap, wanted: 'labelled' | 'any'): Promise<RowsFile> {
  const name = basename(file);
  if (!existsSync(file) || !statSync(file).isFile()) throw new ModelError('FILE_MISSING', { file });
  if (statSync(file).size > maxBytes) throw new ModelError('FILE_TOO_LARGE', { file: name });
  try {
    const table = await openTable(file);
    const found = await labelled(table, name, columnsOf(table.columns, map, wanted, name), wanted);
    if (table.encoding === 'windows-1252')
      found.warnings.unshift(`${name} is not UTF-8 and was read as Windows-1252. Check letters with accents.`);
    return found;
  } catch (error) {
    if (error instanceof BatonError && error.code === 'TICKETS_FILE_EMPTY') throw nothingIn(name, wanted);
    throw error instanceof BatonError ? new ModelError('FILE_REFUSED', { file: name, why: error.message }) : error;
  }
}

interface Columns extends ColumnMapping {
  oos: string;
  contactName: string | null;
}

/** What `map` names; else columns called text, intent and oos; else what the headers suggest. */
function columnsOf(columns: string[], map: ColumnMap, wanted: 'labelled' | 'any', file: string): Columns {
  const missing = (column: string) => {
    const found = columns.join(', ').slice(0, 200) || 'nothing';
    return new ModelError('COLUMN_MISSING', { file, column, found });
  };
  for (const column of Object.values(map)) if (!columns.includes(column)) throw missing(column);
  const named = (column: string) => (columns.includes(column) ? column : undefined);
  const suggested = recognise(columns).mapping;
  const text = map.text ?? named('text');
  const intent = map.intent ?? named('intent') ?? suggested?.intent ?? null;
  const oos = map.oos ?? 'oos';
  if (!text && !suggested) throw missing('text');
  if (wanted === 'labelled' && !intent && !named(oos)) throw missing('intent');
  return { text: text ? [text] : suggested!.text, intent, reply: null, oos, contactName: contactNameColumn(columns) };
}

async function labelled(table: Table, name: string, columns: Columns, wanted: 'labelled' | 'any'): Promise<RowsFile> {
  const rows: TicketRow[] = [];
  const left = {
    'without a text': [] as number[],
    'without an intent': [] as number[],
    'with too long a text': [] as number[],
  };
  const longest = wanted === 'labelled' ? maxTextLength : Infinity;
  for await (const row of table.rows) {
    const { line } = row;
    if ('broken' in row) {
      if (row.broken === 'json') throw new ModelError('ROW_BAD_JSON', { file: name, line });
      throw new ModelError('CSV_BROKEN', { file: name, line, why: brokenBy[row.broken] });
    }
    const mapped = mapRow(row, columns, columns.contactName, longest);
    const oos = /^(true|1|yes)$/i.test(row.cells.get(columns.oos) ?? '');
    if ('fault' in mapped) left[mapped.fault === 'empty' ? 'without a text' : 'with too long a text'].push(line);
    else if (wanted === 'labelled' && !mapped.ticket.intent && !oos) left['without an intent'].push(line);
    else {
      const { text, intent, contactName } = mapped.ticket;
      rows.push({ text, intent: oos ? '' : (intent ?? ''), oos, line, contactName });
    }
  }
  if (rows.length === 0) throw nothingIn(name, wanted);
  const warnings = Object.entries(left).filter(([, lines]) => lines.length > 0);
  return { rows, warnings: warnings.map(([what, lines]) => `${name}: ${listLines(lines)} ${what} left out.`) };
}

function nothingIn(file: string, wanted: 'labelled' | 'any'): ModelError {
  return new ModelError(wanted === 'labelled' ? 'ROWS_NONE' : 'TEXTS_NONE', { file });
}

function listLines(lines: number[]): string {
  const shown = lines.slice(0, 10).join(', ');
  const more = lines.length > 10 ? ` and ${lines.length - 10} more` : '';
  return `${lines.length} row${lines.length > 1 ? 's' : ''} (line ${shown}${more})`;
}
