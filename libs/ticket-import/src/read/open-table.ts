import { BatonError } from '#contracts';
import { readCsv } from './csv.js';
import { decoded, encodingOf, headOf } from './encoding.js';
import { readJsonl } from './jsonl.js';
import type { Encoding, Meter, RawRow, Table } from './table.js';
import { readXlsx } from './xlsx.js';

/** Rows in which the columns of JSONL are looked for. */
const columnRows = 100;

/**
 * Opens CSV, JSONL or XLSX, told apart by their content: files are often named wrongly. Throws a BatonError that says what is wrong with
 * the file as a whole, here or while its rows are read; what is wrong with one row is that row's matter.
 */
export async function openTable(file: string, mostRows = Infinity): Promise<Table> {
  const meter: Meter = { share: 0 };
  const head = await headOf(file, 4);
  if (head.toString('latin1') === 'PK\x03\x04') return tableOf(readXlsx(file, meter), 'utf-8', mostRows, meter);
  const encoding = await encodingOf(file);
  const start = await firstCharacter(decoded(file, encoding, meter));
  if (start !== '{') return tableOf(readCsv(decoded(file, encoding, meter)), encoding, mostRows, meter);
  const rows = readJsonl(decoded(file, encoding, meter));
  const first: RawRow[] = [];
  while (first.length < columnRows) {
    const { value, done } = await rows.next();
    if (done) break;
    first.push(value);
  }
  const columns = new Set(first.flatMap((row) => ('cells' in row ? [...row.cells.keys()].filter(Boolean) : [])));
  async function* all() {
    yield* first;
    yield* rows;
  }
  return { columns: [...columns], encoding, rows: bounded(all(), mostRows), meter };
}

/** A table whose first row is its header. */
async function tableOf(
  rows: AsyncGenerator<RawRow>,
  encoding: Encoding,
  mostRows: number,
  meter: Meter,
): Promise<Table> {
  const readable = bounded(rows, mostRows + 1);
  const { value } = (await readable.next()) as { value?: RawRow };
  if (!value) throw new BatonError('TICKETS_FILE_EMPTY');
  if (!('cells' in value)) throw new BatonError('TICKETS_FILE_UNREADABLE');
  return { columns: [...value.cells.keys()], encoding, rows: readable, meter };
}

async function* bounded(rows: AsyncGenerator<RawRow>, mostRows: number): AsyncGenerator<RawRow> {
  let count = 0;
  try {
    for await (const row of rows) {
      if (++count > mostRows) throw new BatonError('TICKETS_ROWS_MANY');
      yield row;
    }
  } catch (error) {
    throw error instanceof BatonError || isOfSystem(error) ? error : new BatonError('TICKETS_FILE_UNREADABLE');
  }
}

/** A disk that fails says nothing about the file. */
function isOfSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

async function firstCharacter(text: AsyncIterable<string>): Promise<string> {
  for await (const piece of text) {
    const start = piece.trimStart()[0];
    if (start) return start;
  }
  throw new BatonError('TICKETS_FILE_EMPTY');
}
