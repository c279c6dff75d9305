import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse, type CsvError } from 'csv-parse';
import { BatonError } from '#contracts';
import { columnNames, longestRow, type RawRow } from './table.js';

/** In which the separator is looked for, characters. */
const longestHeader = 1024 * 1024;

interface Parsed {
  record: string[];
  info: { lines: number };
}

/**
 * Rows of CSV as spreadsheets and help desks write it: with quotes, line breaks in cells, and commas, semicolons or tabs between them.
 * A quote inside an unquoted cell is a character. A row of fewer cells than the header is filled up; one of more is broken, because
 * nobody knows which of its separators was meant as text. Formulas are text. The first value is the names of the columns.
 */
export async function* readCsv(text: AsyncIterable<string>): AsyncGenerator<RawRow, void, undefined> {
  const broken: RawRow[] = [];
  let fault: CsvError | undefined;
  const first = await firstPiece(text);
  const parser = parse({
    delimiter: delimiterOf(first.head),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: longestRow,
    info: true,
    on_skip: (error) => {
      if (error?.code === 'CSV_MAX_RECORD_SIZE') fault = error;
      else if (error) broken.push({ line: lineOf(error), broken: 'quote' });
      return undefined;
    },
  });
  const fed = pipeline(Readable.from(first.all), parser).catch(() => undefined);
  let columns: string[] | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      if (fault) break;
      while (broken.length > 0 && broken[0]!.line < info.lines) yield broken.shift()!;
      if (!columns) {
        columns = columnNames(record);
        yield { line: 0, cells: new Map(columns.map((name) => [name, name])) };
      } else if (record.length > columns.length) yield { line: info.lines, broken: 'columns' };
      else yield { line: info.lines, cells: new Map(columns.map((name, index) => [name, record[index] ?? ''])) };
    }
  } finally {
    parser.destroy();
    await fed;
  }
  if (fault) throw new BatonError('TICKETS_QUOTE_OPEN');
  yield* broken;
}

function lineOf(error: CsvError): number {
  return typeof error['lines'] === 'number' ? error['lines'] : 0;
}

/** The text up to where its first line is whole, and all of it. */
async function firstPiece(text: AsyncIterable<string>): Promise<{ head: string; all: AsyncIterable<string> }> {
  const pieces = text[Symbol.asyncIterator]();
  let head = '';
  while (!/[\r\n]./s.test(head) && head.length < longestHeader) {
    const next = await pieces.next();
    if (next.done) break;
    head += next.value;
  }
  async function* all() {
    yield head;
    yield* { [Symbol.asyncIterator]: () => pieces };
  }
  return { head, all: all() };
}

/** Spreadsheets write semicolons or tabs in many countries. What stands in quotes does not count. */
function delimiterOf(text: string): string {
  const header = text.replace(/"(?:[^"]|"")*"/g, '').split(/[\r\n]/, 1)[0]!;
  return [',', ';', '\t'].reduce((best, mark) => (header.split(mark).length > header.split(best).length ? mark : best));
}
