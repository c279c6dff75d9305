import { numberPatterns, type Database, type Transaction } from '#database';
import { mask } from '#personal-data';

/** Takes out what identifies a person, the workspace's own shapes of numbers included. */
export async function maskerOf(db: Database | Transaction, workspaceId: string): Promise<(text: string) => string> {
  const patterns = await numberPatterns(db, workspaceId);
  return (text) => mask(text, patterns).text;
}
