import { stringify } from 'csv-stringify/sync';
import type { Refusal } from './check/index.js';

/** What is written beside a row that was not taken. */
const reasons: Record<Refusal, string> = {
  empty: 'The text is empty.',
  too_long: 'The text is longer than 4,000 characters, or its category longer than 300.',
  columns: 'The row has more cells than the header: a separator in its text is not in quotes.',
  json: 'The line is not a JSON object.',
  quote: 'A quote is opened and never closed.',
  duplicate: 'The same text with the same category is there already.',
};

export interface RejectedRow {
  line: number;
  refusal: Refusal;
  text: string;
  intent: string | null;
}

export const rejectedHeader = stringify([['row', 'why', 'text', 'category']], { bom: true });

/** Rows that were not taken, for a spreadsheet; a text that would run there as a formula gets an apostrophe before it. */
export function rejectedCsv(rows: RejectedRow[]): string {
  const cells = rows.map(({ line, refusal, text, intent }) => [line, reasons[refusal], text, intent ?? '']);
  return stringify(cells, { escape_formulas: true });
}
