import { BatonError } from '#contracts';
import type { Database, Transaction } from '#database';
import { hashToken, newToken } from '../tokens.js';

/** Days that a printed set-up address works. */
const days = 7;

/** A new token, in place of any older one; null once there is a user. */
export async function issueSetUpToken(db: Database): Promise<string | null> {
  if ((await db.user.count()) > 0) return null;
  const token = newToken();
  const expiresAt = new Date(Date.now() + days * 86_400_000);
  await db.$transaction([
    db.setUpToken.deleteMany(),
    db.setUpToken.create({ data: { tokenHash: hashToken(token), expiresAt } }),
  ]);
  return token;
}

/** Uses the token up. Throws SET_UP_TOKEN_WRONG. */
export async function redeemSetUpToken(tx: Transaction, token: string): Promise<void> {
  const { count } = await tx.setUpToken.deleteMany({
    where: { tokenHash: hashToken(token), expiresAt: { gt: new Date() } },
  });
  if (count === 0) throw new BatonError('SET_UP_TOKEN_WRONG');
}
