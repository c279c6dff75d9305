import {
  type ColumnMapping,
  type ErrorCode,
  type ImportPreview,
  type ImportReport,
  type TicketImportView,
  type TicketSource,
} from '#contracts';
import type { TicketImport } from '#database';

/** What is kept of the first look at a file. */
export type StoredPreview = Pick<ImportPreview, 'columns' | 'rows' | 'suggested' | 'warning'>;

export function importView(row: TicketImport): TicketImportView {
  const { id, fileName, bytes, status, progress, error } = row;
  return {
    ...{ id, fileName, bytes, status, progress },
    source: row.source as TicketSource | null,
    mapping: row.mapping as ColumnMapping | null,
    report: row.report as ImportReport | null,
    error: error as ErrorCode | null,
    createdAt: row.createdAt.toISOString(),
  };
}

export function previewView(row: TicketImport): ImportPreview {
  const none: StoredPreview = { columns: [], rows: [], suggested: null, warning: null };
  return { import: importView(row), ...((row.preview as StoredPreview | null) ?? none) };
}
