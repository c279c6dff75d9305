import { maxTextLength, type ColumnMapping } from '#contracts';
import type { BrokenRow, RawRow } from '../read/index.js';
import { plainText } from './plain-text.js';
import { withoutQuotedMail } from './quoted-mail.js';

/** Why a row is refused for its own fault. */
export type Fault = BrokenRow | 'empty' | 'too_long';

export interface Ticket {
  line: number;
  text: string;
  /** Null: it has none. */
  intent: string | null;
  reply: string | null;
  /** To be masked in its text. */
  contactName: string | null;
}

export type MappedRow = { ticket: Ticket } | { fault: Fault; line: number; text: string };

const longestIntent = 300;
/** What is shown of a text that is not taken, characters. */
const shownLength = 200;

/** A row as a ticket, by the columns that were chosen. `longest`: what a customer can send, unless a text is to be learnt from alone. */
export function mapRow(
  row: RawRow,
  mapping: ColumnMapping,
  contactName: string | null,
  longest = maxTextLength,
): MappedRow {
  const { line } = row;
  if ('broken' in row) return { fault: row.broken, line, text: '' };
  const cell = (column: string | null) => (column === null ? '' : (row.cells.get(column) ?? ''));
  const text = joined(mapping.text.map((column) => withoutQuotedMail(plainText(cell(column)))));
  if (text === '') return { fault: 'empty', line, text };
  const intent = plainText(cell(mapping.intent)).replace(/\s+/g, ' ') || null;
  if (text.length > longest) return { fault: 'too_long', line, text: beginning(text) };
  if (intent && intent.length > longestIntent) return { fault: 'too_long', line, text: beginning(text) };
  const reply = withoutQuotedMail(plainText(cell(mapping.reply))) || null;
  return {
    ticket: {
      line,
      text,
      intent,
      reply: reply && reply.length <= maxTextLength ? reply : null,
      contactName: plainText(cell(contactName)) || null,
    },
  };
}

/** Subject and body, where the subject says more than the body's beginning; "Re:" says nothing. */
function joined([subject = '', body]: string[]): string {
  const said = body === undefined ? subject : subject.replace(/^(?:(?:re|fwd?|aw|wg|tr|rv|sv): ?)+/i, '');
  if (!body) return said;
  return body.toLowerCase().startsWith(said.toLowerCase()) ? body : `${said}\n${body}`;
}

/** Cut between words, so that nothing is cut in two that masking would have known whole. */
function beginning(text: string): string {
  if (text.length <= shownLength) return text;
  const cut = text.slice(0, shownLength);
  return `${cut.slice(0, Math.max(0, cut.search(/\s\S*$/)))}…`;
}
