import { createHash, randomBytes } from 'node:crypto';

/** A bearer token: 256 random bits that mean nothing by themselves. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. It needs no salt and no slow hash: it cannot be guessed. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
