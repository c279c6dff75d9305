import type { Database } from '#database';
import { rejectedCsv, rejectedHeader, type Refusal } from '#ticket-import';

const page = 5000;

/** The rows of an import that were not taken, as CSV, in the order of the file. */
export async function* rejectedRows(db: Database, workspaceId: string, importId: string): AsyncGenerator<string> {
  yield rejectedHeader;
  for (let after = 0; ;) {
    const rows = await db.importedTicket.findMany({
      where: { workspaceId, importId, refusal: { not: null }, rowNumber: { gt: after } },
      orderBy: { rowNumber: 'asc' },
      take: page,
    });
    if (rows.length === 0) return;
    after = rows.at(-1)!.rowNumber;
    yield rejectedCsv(
      rows.map(({ rowNumber: line, refusal, text, category }) => {
        return { line, refusal: refusal as Refusal, text, intent: category };
      }),
    );
  }
}
