import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';

type Value = string | number | boolean | Date | null;
export type Row = Record<string, Value>;

/** Rows of one table, all with the same columns. Their texts hold neither tabs nor backslashes. */
export async function copyRows(client: pg.Client, table: string, rows: Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const copy = client.query(from(`COPY "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) FROM STDIN`));
  const lines = function* () {
    for (const row of rows) yield `${columns.map((name) => written(row[name] ?? null)).join('\t')}\n`;
  };
  await pipeline(Readable.from(lines()), copy);
}

function written(value: Value): string {
  if (value === null) return '\\N';
  return value instanceof Date ? value.toISOString() : String(value);
}
