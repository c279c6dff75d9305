import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const algorithm = 'aes-256-gcm';
/** Bytes. */
const [keyLength, ivLength, tagLength] = [32, 12, 16];

/** Bound to its owner, the id of the row that it stands in: copied to another row it does not open. */
export function encryptSecret(key: Buffer, owner: string, text: string): string {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
}

/** Throws where the key or the owner is another one, or a bit of it was changed. */
export function decryptSecret(key: Buffer, owner: string, text: string): string {
  const bytes = Buffer.from(text, 'base64');
  const [iv, tag] = [bytes.subarray(0, ivLength), bytes.subarray(ivLength, ivLength + tagLength)];
  const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagLength });
  decipher.setAAD(Buffer.from(owner)).setAuthTag(tag);
  return Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]).toString('utf8');
}

/** What is counted by a network address and must not tell it: without the key nobody can try all addresses. */
export function keyedHash(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** The key of a data folder, in base64: made up at the first start, readable by this user alone. */
export function secretKeyOf(dataDir: string): string {
  const path = join(dataDir, 'secret-key');
  if (!existsSync(path)) writeFileSync(path, `${randomBytes(keyLength).toString('base64')}\n`, { mode: 0o600 });
  return readFileSync(path, 'utf8').trim();
}

/** Apps run with the key that whoever starts them has put into their environment. */
export function requireSecretKey(key: Buffer | null): Buffer {
  if (key) return key;
  throw new Error(
    'ACTION_SECRET_KEY is missing: 32 random bytes in base64 (openssl rand -base64 32), the same for every process.',
  );
}
