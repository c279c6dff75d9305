import { BatonError } from '#contracts';
import { lockWorkspace, type Intent, type Transaction } from '#database';

/** The intents of these ids as they stay until the transaction ends. Throws NOT_FOUND. */
export async function lockIntents(tx: Transaction, workspaceId: string, ...ids: string[]): Promise<Intent[]> {
  await lockWorkspace(tx, workspaceId);
  const rows = await tx.intent.findMany({ where: { workspaceId, id: { in: ids } } });
  return ids.map((id) => {
    const row = rows.find((intent) => intent.id === id);
    if (!row) throw new BatonError('NOT_FOUND');
    return row;
  });
}
