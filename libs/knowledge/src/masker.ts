import type { Database, Transaction } from '#database';
import { mask } from '#personal-data';

/** Takes out what identifies a person, the workspace's own shapes of numbers included. */
export async function maskerOf(db: Database | Transaction, workspaceId: string): Promise<(text: string) => string> {
  const shapes = await db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { orderNumberPattern: true, customerNumberPattern: true },
  });
  return (text) => mask(text, shapes).text;
}
