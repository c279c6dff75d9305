import { hash } from '@node-rs/argon2';
import { newToken } from '../tokens.js';

/** Days that a one-time password opens. */
const days = 7;

export interface OneTimePassword {
  /** Shown once, and stored nowhere. */
  oneTimePassword: string;
  /** Of the user whom it lets in. */
  stored: { passwordHash: string; oneTimeUntil: Date };
}

export async function newOneTimePassword(): Promise<OneTimePassword> {
  const oneTimePassword = newToken().slice(0, 20);
  const oneTimeUntil = new Date(Date.now() + days * 86_400_000);
  return { oneTimePassword, stored: { passwordHash: await hash(oneTimePassword), oneTimeUntil } };
}
