/** Why a row cannot be read at all. */
export type BrokenRow = 'columns' | 'json' | 'quote';

/** A row below the header. `line`: its last line in the file, or its number in the spreadsheet; rows come in rising order. */
export type RawRow = { line: number; cells: ReadonlyMap<string, string> } | { line: number; broken: BrokenRow };

/** `windows-1252`: the file is not Unicode, so letters with accents may have been meant otherwise. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** How much of a file has been read, 0 to 1. */
export interface Meter {
  share: number;
}

export interface Table {
  /** Names of the columns, each once; of JSONL the keys of the first rows. */
  columns: string[];
  encoding: Encoding;
  /** To be read once. Ends with TICKETS_ROWS_MANY after `limits.rows`. */
  rows: AsyncIterable<RawRow>;
  meter: Meter;
}

/** A row longer than this is no ticket, but a file whose quotes or line ends are broken; characters. */
export const longestRow = 16 * 1024 * 1024;

const longestName = 200;

/** A header as people can choose it: one line, not too long. */
export function columnName(header: string): string {
  const line = header.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return line.slice(0, longestName).toWellFormed().trim();
}

/** Header cells as names of columns: none empty, none twice. */
export function columnNames(header: string[]): string[] {
  const names: string[] = [];
  for (const [index, cell] of header.entries()) {
    const name = columnName(cell) || `Column ${index + 1}`;
    let unique = name;
    for (let n = 2; names.includes(unique); n++) unique = `${name} (${n})`;
    names.push(unique);
  }
  return names;
}
