import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import {
  BatonError,
  type AddCategories,
  type ColumnMapping,
  type ErrorCode,
  type ImportCategory,
  type ImportStatus,
  type TicketSource,
} from '#contracts';
import { recordChange } from '#administration';
import { DATABASE, type Database, type TicketImport } from '#database';
import { removeParts } from './parts.js';
import type { StoredPreview } from './view.js';

/** Who asks, and where. */
export interface Importer {
  workspaceId: string;
  userId: string;
}

const shownImports = 50;
const ended: ImportStatus[] = ['added', 'failed', 'cancelled'];
/** What nobody has gone on with for so long is cancelled, days: what customers wrote does not lie about. */
const forgottenDays = 14;

/**
 * Imports as rows: people move them from step to step, and a step that takes time (reading, clustering, adding) is carried out by
 * whichever trainer finds it. So asking for a step needs PostgreSQL alone.
 */
@Injectable()
export class TicketImports {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** The import of a file: one of the same content that has not ended goes on. */
  async begin(
    { workspaceId, userId }: Importer,
    file: { fileName: string; bytes: number; sha256: string },
  ): Promise<TicketImport> {
    const { sha256, bytes } = file;
    const known = await this.db.ticketImport.findFirst({
      where: { workspaceId, sha256, bytes, status: { notIn: ended } },
      orderBy: { createdAt: 'desc' },
    });
    return known ?? this.db.ticketImport.create({ data: { id: uuidv7(), workspaceId, createdById: userId, ...file } });
  }

  /** Newest first. */
  list(workspaceId: string): Promise<TicketImport[]> {
    return this.db.ticketImport.findMany({ where: { workspaceId }, orderBy: { id: 'desc' }, take: shownImports });
  }

  async find(workspaceId: string, id: string): Promise<TicketImport> {
    const row = await this.db.ticketImport.findFirst({ where: { id, workspaceId } });
    if (!row) throw new BatonError('NOT_FOUND');
    return row;
  }

  /** The whole file is here and has been looked at. */
  uploaded(workspaceId: string, id: string, source: TicketSource, preview: StoredPreview): Promise<TicketImport> {
    return this.move(workspaceId, id, ['uploading'], { status: 'uploaded', source, preview });
  }

  /** The file cannot be used; nothing of it stays. */
  async refuse(workspaceId: string, id: string, code: ErrorCode): Promise<void> {
    await this.db.$transaction(async (tx) => {
      await tx.ticketImport.updateMany({
        where: { id, workspaceId, status: 'uploading' },
        data: { status: 'failed', error: code },
      });
      await removeParts(tx, id);
    });
  }

  /** Queues the reading. Throws TICKETS_COLUMN_UNKNOWN. */
  async read(workspaceId: string, id: string, mapping: ColumnMapping): Promise<TicketImport> {
    const { preview } = await this.find(workspaceId, id);
    const { columns = [] } = (preview ?? {}) as Partial<StoredPreview>;
    const chosen = [...mapping.text, mapping.intent, mapping.reply].filter((column) => column !== null);
    const move = { status: 'reading', mapping, error: null, progress: 0, attempts: 0 } as const;
    if (columns.length > 0 && !chosen.every((column) => columns.includes(column)))
      throw new BatonError('TICKETS_COLUMN_UNKNOWN');
    return this.move(workspaceId, id, ['uploaded'], move);
  }

  /** Queues the grouping of tickets that have no categories of their own; again, if the groups do not please. */
  async cluster(workspaceId: string, id: string): Promise<TicketImport> {
    const { clustered, unclustered, categories } = await this.find(workspaceId, id);
    const ownCategories = !clustered && (categories as unknown as ImportCategory[]).length > 0;
    if (ownCategories || (!clustered && unclustered === 0)) throw new BatonError('TICKETS_STATE');
    return this.move(workspaceId, id, ['read'], { status: 'clustering', error: null, progress: 0, attempts: 0 });
  }

  /** Queues the adding of these categories as intents. */
  add({ workspaceId, userId }: Importer, id: string, { categories }: AddCategories): Promise<TicketImport> {
    const chosen = { chosen: categories, chosenById: userId };
    return this.move(workspaceId, id, ['read'], { ...chosen, status: 'adding', error: null, progress: 0, attempts: 0 });
  }

  /** Nothing of an import that has not been added stays. */
  async cancel({ workspaceId, userId }: Importer, id: string): Promise<TicketImport> {
    await this.db.$transaction(async (tx) => {
      const { count } = await tx.ticketImport.updateMany({
        where: { id, workspaceId, status: { notIn: ended } },
        data: { status: 'cancelled', error: null },
      });
      if (count === 0) return;
      await removeParts(tx, id);
      await tx.importedTicket.deleteMany({ where: { importId: id } });
      const change = { action: 'ticket_import.cancelled', subjectType: 'ticket_import', subjectId: id };
      await recordChange(tx, { type: 'user', userId, workspaceId }, change);
    });
    return this.find(workspaceId, id);
  }

  /** Cancels what was left lying. Returns how many. */
  forget(): Promise<number> {
    return this.db.$transaction(async (tx) => {
      const forgotten = await tx.$queryRaw<{ id: string }[]>`
        UPDATE ticket_import SET status = 'cancelled'
        WHERE status IN ('uploading', 'uploaded', 'read') AND "createdAt" < now() - make_interval(days => ${forgottenDays})
        RETURNING id`;
      const importId = { in: forgotten.map(({ id }) => id) };
      await tx.ticketImportPart.deleteMany({ where: { importId } });
      await tx.importedTicket.deleteMany({ where: { importId } });
      return forgotten.length;
    });
  }

  private async move(
    workspaceId: string,
    id: string,
    from: ImportStatus[],
    data: Parameters<Database['ticketImport']['updateMany']>[0]['data'],
  ): Promise<TicketImport> {
    const { count } = await this.db.ticketImport.updateMany({ where: { id, workspaceId, status: { in: from } }, data });
    const row = await this.find(workspaceId, id);
    if (count === 0) throw new BatonError('TICKETS_STATE');
    return row;
  }
}
