import type { Database, Transaction } from './client.js';
import type { Workspace } from './generated/client.js';

export type NumberPatterns = Pick<Workspace, 'orderNumberPattern' | 'customerNumberPattern'>;

/** The shapes of a shop's own numbers, which masking takes out. */
export function numberPatterns(db: Database | Transaction, workspaceId: string): Promise<NumberPatterns> {
  return db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { orderNumberPattern: true, customerNumberPattern: true },
  });
}
