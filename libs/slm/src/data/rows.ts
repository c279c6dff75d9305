import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { ModelError } from '#contracts';
import { groupBy } from '#statistics';

/** A labelled message. `intent` is empty for an out-of-scope row, whatever the file calls it. */
export interface Row {
  text: string;
  intent: string;
  oos: boolean;
  /** Line in its file, from 1, for warnings about it. */
  line: number;
}

export interface RowsFile {
  rows: Row[];
  warnings: string[];
}

/** The names of the columns in a file, where they differ from these. */
export type ColumnMap = Partial<Record<'text' | 'intent' | 'oos', string>>;

const maxBytes = 512 * 1024 * 1024;

/**
 * Reads the columns `text`, `intent` and `oos` from JSONL or CSV, by the file's ending; other columns are ignored. Rows without a text or
 * an intent are left out with a warning. Throws a ModelError that names file and line if the file cannot be read or has no usable row.
 */
export function readRows(file: string, map: ColumnMap = {}): RowsFile {
  return read(file, map, 'labelled');
}

/** As `readRows`, for texts without labels: every row with a text is kept, and `intent` may be empty. */
export function readTexts(file: string): RowsFile {
  return read(file, {}, 'any');
}

function read(file: string, map: ColumnMap, wanted: 'labelled' | 'any'): RowsFile {
  const columns = { text: map.text ?? 'text', intent: map.intent ?? 'intent', oos: map.oos ?? 'oos' };
  const records = readRecords(file);
  const isOos = ({ [columns.oos]: oos }: Record<string, unknown>) =>
    oos === true || /^(true|1|yes)$/i.test(typeof oos === 'string' ? oos : '');
  const name = basename(file);
  for (const column of wanted === 'labelled' ? [columns.text, columns.intent] : [columns.text]) {
    const first = records[0];
    if (first && !records.some(({ value }) => column in value || (column === columns.intent && isOos(value)))) {
      const found = Object.keys(first.value).join(', ').slice(0, 200) || 'nothing';
      throw new ModelError('COLUMN_MISSING', { file: name, column, line: first.line, found });
    }
  }
  const rows: Row[] = [];
  const noText: number[] = [];
  const noIntent: number[] = [];
  for (const { value, line } of records) {
    const text = cell(value[columns.text]);
    const intent = cell(value[columns.intent]);
    const oos = isOos(value);
    if (!text) noText.push(line);
    else if (wanted === 'labelled' && !intent && !oos) noIntent.push(line);
    else rows.push({ text, intent: oos ? '' : intent, oos, line });
  }
  if (rows.length === 0) throw new ModelError(wanted === 'labelled' ? 'ROWS_NONE' : 'TEXTS_NONE', { file: name });
  const warnings = [];
  if (noText.length) warnings.push(`${name}: ${listLines(noText)} without a text left out.`);
  if (noIntent.length) warnings.push(`${name}: ${listLines(noIntent)} without an intent left out.`);
  return { rows, warnings };
}

function cell(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** Throws ROWS_NONE or INTENTS_TOO_FEW without two intents. Returns warnings about rows that look like mistakes; they are kept. */
export function checkTrainingRows(rows: Row[], file: string): string[] {
  const name = basename(file);
  const byIntent = groupBy(
    rows.filter(({ oos }) => !oos),
    ({ intent }) => intent,
  );
  if (byIntent.size === 0) throw new ModelError('ROWS_NONE', { file: name });
  if (byIntent.size === 1) throw new ModelError('INTENTS_TOO_FEW', { file: name, intent: [...byIntent.keys()][0]! });
  const warnings = [];
  for (const [intent, of] of byIntent) {
    if (of.length === 1)
      warnings.push(`${name}: intent ${intent} has a single row (line ${of[0]!.line}). Add more wordings.`);
  }
  const byText = groupBy(rows, ({ text }) => text.toLowerCase().replace(/\s+/g, ' '));
  const clashes = [...byText.values()].filter((same) => new Set(same.map(({ intent }) => intent)).size > 1);
  if (clashes.length) {
    const shown = clashes.slice(0, 10).map((same) => same.map(({ line }) => line).join(' and '));
    const more = clashes.length > 10 ? ` and ${clashes.length - 10} more` : '';
    warnings.push(
      `${name}: the same text has different intents in lines ${shown.join('; ')}${more}. Keep one of each.`,
    );
  }
  return warnings;
}

function listLines(lines: number[]): string {
  const shown = lines.slice(0, 10).join(', ');
  const more = lines.length > 10 ? ` and ${lines.length - 10} more` : '';
  return `${lines.length} row${lines.length > 1 ? 's' : ''} (line ${shown}${more})`;
}

interface RawRecord {
  value: Record<string, unknown>;
  line: number;
}

/** Records of a JSONL or CSV file with their line numbers, without blank lines. */
function readRecords(file: string): RawRecord[] {
  const name = basename(file);
  if (!existsSync(file) || !statSync(file).isFile()) throw new ModelError('FILE_MISSING', { file });
  if (statSync(file).size > maxBytes) throw new ModelError('FILE_TOO_LARGE', { file: name });
  const bytes = readFileSync(file);
  if (!isUtf8(bytes)) throw new ModelError('FILE_NOT_UTF8', { file: name, line: firstBadLine(bytes) });
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  return /\.(csv|tsv)$/i.test(file) ? csvRecords(text, name) : jsonRecords(text, name);
}

function firstBadLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline;
    if (!isUtf8(bytes.subarray(start, end))) break;
    start = end + 1;
  }
  return line;
}

function jsonRecords(text: string, name: string): RawRecord[] {
  const records: RawRecord[] = [];
  for (const [index, content] of text.split('\n').entries()) {
    if (!content.trim()) continue;
    const value = parseObject(content);
    if (!value) throw new ModelError('ROW_BAD_JSON', { file: name, line: index + 1 });
    records.push({ value, line: index + 1 });
  }
  return records;
}

function parseObject(content: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(content);
    return value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function csvRecords(text: string, name: string): RawRecord[] {
  try {
    const records = parse(text, {
      columns: (header: string[]) => header.map((column) => column.trim()),
      delimiter: guessDelimiter(text),
      skip_empty_lines: true,
      relax_column_count_less: true,
      info: true,
    }) as unknown as { record: Record<string, unknown>; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ value: record, line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : '?';
    throw new ModelError('CSV_BROKEN', {
      file: name,
      line,
      why: error.code.replace('CSV_', '').replaceAll('_', ' ').toLowerCase(),
    });
  }
}

/** Spreadsheets write semicolons or tabs in many countries. */
function guessDelimiter(text: string): string {
  const header = text.slice(0, text.indexOf('\n') + 1 || undefined);
  return [',', ';', '\t'].reduce((best, mark) => (header.split(mark).length > header.split(best).length ? mark : best));
}
