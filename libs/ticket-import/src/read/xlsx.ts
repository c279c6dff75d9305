import { BatonError } from '#contracts';
import { columnNames, type Meter, type RawRow } from './table.js';
import { openArchive } from './xlsx-archive.js';
import { sharedStrings } from './xlsx-strings.js';
import { sheetRows } from './xlsx-sheet.js';
import { firstSheet } from './xlsx-workbook.js';

/** Rows of the first sheet of an Excel workbook; the first value is the names of the columns. */
export async function* readXlsx(file: string, meter: Meter): AsyncGenerator<RawRow, void, undefined> {
  const archive = await openArchive(file);
  try {
    const sheet = await firstSheet(archive);
    if (!sheet) throw new BatonError('TICKETS_FILE_UNREADABLE');
    let columns: string[] | undefined;
    for await (const { line, cells } of sheetRows(archive, sheet, await sharedStrings(archive), meter)) {
      if (cells.every((cell) => cell.trim() === '')) continue;
      if (!columns) {
        columns = columnNames(cells);
        yield { line: 0, cells: new Map(columns.map((name) => [name, name])) };
      } else if (cells.slice(columns.length).some(Boolean)) yield { line, broken: 'columns' };
      else yield { line, cells: new Map(columns.map((name, index) => [name, cells[index] ?? ''])) };
    }
  } finally {
    archive.close();
  }
}
