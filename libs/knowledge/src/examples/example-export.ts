import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import { DATABASE, type Database } from '#database';

/** Rows that are in memory at a time. */
const batch = 1000;

interface ExportedRow {
  id: string;
  text: string;
  intent: string;
  source: string;
  created_at: string;
}

/** All training rows as a file that other tools read. */
@Injectable()
export class ExampleExport {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** A CSV with the oldest row first. Spreadsheets take it for UTF-8 by its BOM, and none of its cells for a formula. */
  csv(workspaceId: string): Readable {
    const columns = ['text', 'intent', 'source', 'created_at'];
    const csv = stringify({ columns, header: true, bom: true, escape_formulas: true });
    const rows = Readable.from(this.rows(workspaceId));
    rows.on('error', (error) => csv.destroy(error));
    csv.on('close', () => rows.destroy());
    return rows.pipe(csv);
  }

  private async *rows(workspaceId: string): AsyncGenerator<ExportedRow> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const rows = await this.db.$queryRaw<ExportedRow[]>`
        SELECT example.id, example.text, COALESCE(intent.name, '') AS intent, example.source::text,
          to_char(example."createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS created_at
        FROM training_example example
        LEFT JOIN intent ON intent.id = example."intentId" AND intent."workspaceId" = example."workspaceId"
        WHERE example."workspaceId" = ${workspaceId}::uuid AND example.id > ${after}::uuid
        ORDER BY example.id LIMIT ${batch}`;
      yield* rows;
      if (rows.length < batch) return;
      after = rows.at(-1)!.id;
    }
  }
}
