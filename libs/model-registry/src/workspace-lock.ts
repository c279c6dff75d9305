import type { Transaction } from '#database';

/** Versions of one workspace are numbered, switched and certified one after the other. */
export async function lockWorkspace(tx: Transaction, workspaceId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM workspace WHERE id = ${workspaceId}::uuid FOR UPDATE`;
}
