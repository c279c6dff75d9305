import type { ColumnMapping, TicketSource } from '#contracts';
import { contactNames, exportShapes } from './exports.js';

export interface Recognised {
  source: TicketSource;
  /** Null: nothing in the headers says where the customer's words stand. */
  mapping: ColumnMapping | null;
}

/** Which help desk wrote these columns, and what to take from them. */
export function recognise(columns: string[]): Recognised {
  const byName = new Map(columns.toReversed().map((column) => [plainName(column), column]));
  const shape = exportShapes.find(({ known }) => known.every((name) => byName.has(name)))!;
  const first = (names: string[]) => names.map((name) => byName.get(name)).find((column) => column !== undefined);
  const text = [first(shape.subject), first(shape.body)].filter((column) => column !== undefined);
  if (text.length === 0) return { source: shape.source, mapping: null };
  return {
    source: shape.source,
    mapping: { text, intent: first(shape.intent) ?? null, reply: first(shape.reply) ?? null },
  };
}

/** The column with the customer's name, if there is one. */
export function contactNameColumn(columns: string[]): string | null {
  return columns.find((column) => contactNames.includes(plainName(column))) ?? null;
}

/** "Ticket Field: Contact Reason" and "Categories [list]" -> "contact reason", "categories". */
function plainName(column: string): string {
  return column
    .trim()
    .toLowerCase()
    .replace(/^(?:ticket|customer) field: */, '')
    .replace(/ *\[\w+\]$/, '')
    .replace(/\s+/g, ' ');
}
