import type { Transaction } from './client.js';

/** One workspace's settings change one after the other, and so do its intents, and the numbers and stages of its model versions. */
export async function lockWorkspace(tx: Transaction, workspaceId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM workspace WHERE id = ${workspaceId}::uuid FOR UPDATE`;
}
