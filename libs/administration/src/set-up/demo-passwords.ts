import { verify } from '@node-rs/argon2';
import type { Database } from '#database';

/** The e-mail addresses of accounts that a public demo password still opens. */
export async function accountsOpenedBy(db: Database, publicPassword: string): Promise<string[]> {
  const users = await db.user.findMany({ where: { disabledAt: null }, select: { email: true, passwordHash: true } });
  const opened = await Promise.all(users.map(({ passwordHash }) => verify(passwordHash, publicPassword)));
  return users.filter((_, i) => opened[i]).map(({ email }) => email);
}
