import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadConfig } from '#config';
import { BatonError } from '#contracts';
import type { Database, Transaction, TicketImport } from '#database';

/**
 * Stores a part of a file after those that are there, and returns how much is there then. A part that has come before is acknowledged
 * again: the sender has not heard of it.
 */
export async function receivePart(
  db: Database,
  workspaceId: string,
  importId: string,
  offset: number,
  content: Uint8Array<ArrayBuffer>,
): Promise<number> {
  return db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<TicketImport[]>`
      SELECT * FROM ticket_import WHERE id = ${importId}::uuid AND "workspaceId" = ${workspaceId}::uuid FOR UPDATE`;
    if (!row) throw new BatonError('NOT_FOUND');
    if (row.status !== 'uploading') throw new BatonError('TICKETS_STATE');
    const end = offset + content.length;
    if (end <= row.received) return row.received;
    if (offset !== row.received || end > row.bytes) throw new BatonError('TICKETS_OFFSET');
    await tx.ticketImportPart.create({ data: { importId, workspaceId, offset, content } });
    await tx.ticketImport.update({ where: { id: importId }, data: { received: end } });
    return end;
  });
}

/** Where files are put together; what a process that was killed has left there is removed like other leftovers. */
export const importFolder = (): string => join(loadConfig().dataDir, 'ticket-imports');

/** Puts the parts together in a file, which is there while `work` goes on. */
export async function withWholeFile<T>(
  db: Database,
  importId: string,
  work: (file: string, sha256: string) => Promise<T>,
): Promise<T> {
  await mkdir(importFolder(), { recursive: true });
  const folder = await mkdtemp(join(importFolder(), `${importId}-`));
  try {
    const file = join(folder, 'tickets');
    return await work(file, await writeParts(db, importId, file));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Returns the SHA-256 of the whole. */
async function writeParts(db: Database, importId: string, file: string): Promise<string> {
  const hash = createHash('sha256');
  const handle = await open(file, 'w', 0o600);
  try {
    const parts = await db.ticketImportPart.findMany({
      where: { importId },
      select: { offset: true },
      orderBy: { offset: 'asc' },
    });
    for (const { offset } of parts) {
      const { content } = await db.ticketImportPart.findUniqueOrThrow({
        where: { importId_offset: { importId, offset } },
      });
      hash.update(content);
      await handle.write(content);
    }
  } finally {
    await handle.close();
  }
  return hash.digest('hex');
}

/** Nobody needs the file any more: what customers wrote stays only masked. */
export async function removeParts(tx: Transaction, importId: string): Promise<void> {
  await tx.ticketImportPart.deleteMany({ where: { importId } });
}
