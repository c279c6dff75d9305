import { t } from '../../language/t.js';
const maxBytes = 200 * 1024 * 1024;
const endings = /\.(csv|tsv|txt|jsonl|ndjson|xlsx)$/i;

/** Why a file need not even be sent; null: it may be. */
export function fileProblem({ name, size }: Pick<File, 'name' | 'size'>): string | null {
  if (/\.xls$/i.test(name)) return t('This is an old Excel file. Open it and save it as .xlsx or .csv.');
  if (!endings.test(name)) return t('This is no CSV, JSONL or XLSX file. Export your tickets in one of these forms.');
  if (size === 0) return t('This file is empty. Export your tickets again.');
  if (size > maxBytes) return t('This file is larger than 200 MB. Export a shorter time, or split the file.');
  return null;
}
