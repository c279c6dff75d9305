import { BatonError } from '#contracts';
import type { Intent, Transaction } from '#database';

/** The intents of these ids, held until the transaction ends, so that what is decided about them still holds then. Throws NOT_FOUND. */
export async function lockIntents(tx: Transaction, workspaceId: string, ...ids: string[]): Promise<Intent[]> {
  const rows = await tx.$queryRaw<Intent[]>`
    SELECT * FROM intent WHERE id = ANY(${ids}::uuid[]) AND "workspaceId" = ${workspaceId}::uuid ORDER BY id FOR UPDATE`;
  return ids.map((id) => {
    const row = rows.find((intent) => intent.id === id);
    if (!row) throw new BatonError('NOT_FOUND');
    return row;
  });
}
