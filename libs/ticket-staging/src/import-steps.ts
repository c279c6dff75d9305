import { randomUUID } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { AddCategories, ColumnMapping, ErrorCode, ImportCategory, ImportReport } from '#contracts';
import type { Database, ImportStatus, TicketImport, Transaction } from '#database';
import { removeParts } from './parts.js';

/** Another process carries the step out, or nobody wants it any more. */
export class Superseded extends Error {}

export interface StagedTicket {
  rowNumber: number;
  text: string;
  category: string | null;
  reply: string | null;
  refusal: string | null;
}

/** Of all rows of an import. */
export interface Categorised {
  categories: ImportCategory[];
  unclustered: number;
}

/** Characters: what a ticket is about comes first. */
const beginning = 500;
const stepNames = ['reading', 'clustering', 'adding'] as const;
/** Faults of the chosen columns: the file is there still, and others can be chosen. */
const faultsOfColumns: ErrorCode[] = ['TICKETS_COLUMN_UNKNOWN', 'TICKETS_CATEGORIES_MANY', 'TICKETS_NONE_TAKEN'];

/** A step that takes time, begun by one process. Whatever it writes, it writes only while the step is still its own. */
export class ImportStep {
  private constructor(
    private readonly db: Database,
    readonly row: TicketImport,
  ) {}

  /** Null when there is nothing to do. A step that was begun before, by a process that died, begins anew and is now this one's. */
  static async begin(db: Database, importId: string): Promise<ImportStep | null> {
    const [row] = await db.$queryRaw<TicketImport[]>`
      UPDATE ticket_import SET "claimId" = ${randomUUID()}::uuid, attempts = attempts + 1, progress = 0
      WHERE id = ${importId}::uuid AND status IN ('reading', 'clustering', 'adding') RETURNING *`;
    return row ? new ImportStep(db, row) : null;
  }

  /** Imports with a step to carry out, oldest first. */
  static due(db: Database): Promise<{ id: string; workspaceId: string }[]> {
    return db.ticketImport.findMany({
      where: { status: { in: [...stepNames] } },
      select: { id: true, workspaceId: true },
      orderBy: { id: 'asc' },
    });
  }

  get mapping(): ColumnMapping {
    return this.row.mapping as ColumnMapping;
  }

  get chosen(): AddCategories['categories'] {
    return this.row.chosen as AddCategories['categories'];
  }

  /** What an earlier attempt has staged goes. */
  async clear(): Promise<void> {
    await this.own({ progress: 0 }, (tx) => tx.importedTicket.deleteMany({ where: { importId: this.row.id } }));
  }

  async report(progress: number): Promise<void> {
    await this.own({ progress }, async () => {});
  }

  async stage(tickets: StagedTicket[], progress: number): Promise<void> {
    const { id: importId, workspaceId } = this.row;
    const rows = JSON.stringify(tickets.map((ticket) => ({ ...ticket, id: uuidv7() })));
    await this.own(
      { progress },
      (tx) => tx.$executeRaw`
      INSERT INTO imported_ticket (id, "workspaceId", "importId", "rowNumber", text, category, reply, refusal)
      SELECT id, ${workspaceId}::uuid, ${importId}::uuid, "rowNumber", text, category, reply, refusal
      FROM json_to_recordset(${rows}::json)
        AS row(id uuid, "rowNumber" int, text text, category text, reply text, refusal text)`,
    );
  }

  /** The file is read, and goes. */
  async read(report: ImportReport, { categories, unclustered }: Categorised): Promise<void> {
    const found = { report, categories, unclustered, clustered: false };
    await this.own({ ...found, status: 'read', progress: 1 }, (tx) => removeParts(tx, this.row.id));
  }

  /** Of the tickets that were taken how they begin, in the order of the file; of more than `most`, so many drawn by lot, always the same. */
  beginnings(most: number): Promise<{ id: string; text: string }[]> {
    return this.db.$queryRaw`
      SELECT id, text FROM (
        SELECT id, "rowNumber", left(text, ${beginning}) AS text FROM imported_ticket
        WHERE "importId" = ${this.row.id}::uuid AND refusal IS NULL ORDER BY md5(id::text) LIMIT ${most}) drawn
      ORDER BY "rowNumber"`;
  }

  /** Each ticket gets its group; null: it belongs to none. */
  async group(tickets: { id: string; category: string | null }[], found: Categorised): Promise<void> {
    const rows = JSON.stringify(tickets);
    await this.own(
      { ...found, clustered: true, status: 'read', progress: 1 },
      (tx) => tx.$executeRaw`
      UPDATE imported_ticket ticket SET category = grouped.category
      FROM json_to_recordset(${rows}::json) AS grouped(id uuid, category text)
      WHERE ticket.id = grouped.id AND ticket."importId" = ${this.row.id}::uuid`,
    );
  }

  /** The step ends with a sentence. What is wrong with the columns can be put right; what is wrong with the file ends the import. */
  async refuse(error: ErrorCode): Promise<void> {
    const importId = this.row.id;
    const status = this.row.status !== 'reading' ? 'read' : faultsOfColumns.includes(error) ? 'uploaded' : 'failed';
    await this.own({ status, error, progress: 0 }, async (tx) => {
      if (status === 'read') return;
      await tx.importedTicket.deleteMany({ where: { importId } });
      if (status === 'failed') await removeParts(tx, importId);
    });
  }

  /** Changes the row and does the work, or, if the step is no longer this one's, neither. */
  async own(
    data: Parameters<Database['ticketImport']['updateMany']>[0]['data'] & { status?: ImportStatus },
    work: (tx: Transaction) => Promise<unknown>,
  ): Promise<void> {
    const { id, claimId, status } = this.row;
    await this.db.$transaction(
      async (tx) => {
        const { count } = await tx.ticketImport.updateMany({ where: { id, claimId, status }, data });
        if (count === 0) throw new Superseded(`Import ${id} goes on elsewhere`);
        await work(tx);
      },
      { timeout: stepMs },
    );
  }
}

/** All rows of a large import are written in one transaction, ms. */
const stepMs = 600_000;
