import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { decryptSecret, encryptSecret, keyedHash, requireSecretKey, secretKeyOf } from './secrets.js';

const key = randomBytes(32);

it('opens with its own key for its own owner, unchanged, and not otherwise', () => {
  const sealed = encryptSecret(key, 'one', 'Bearer ñ');
  expect(sealed).not.toContain('Bearer');
  expect(encryptSecret(key, 'one', 'Bearer ñ')).not.toBe(sealed);
  expect(decryptSecret(key, 'one', sealed)).toBe('Bearer ñ');
  expect(() => decryptSecret(randomBytes(32), 'one', sealed)).toThrow();
  expect(() => decryptSecret(key, 'two', sealed)).toThrow();
  const bytes = Buffer.from(sealed, 'base64');
  for (const at of [0, 12, bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    expect(() => decryptSecret(key, 'one', changed.toString('base64'))).toThrow();
  }
  expect(() => decryptSecret(key, 'one', bytes.subarray(0, 20).toString('base64'))).toThrow();
});

it('hashes by the key', () => {
  expect(keyedHash(key, '10.0.0.1')).toBe(keyedHash(key, '10.0.0.1'));
  expect(keyedHash(key, '10.0.0.1')).not.toBe(keyedHash(randomBytes(32), '10.0.0.1'));
});

it('the key of a data folder is made once, for its owner alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-key-'));
  const made = secretKeyOf(folder);
  expect(Buffer.from(made, 'base64')).toHaveLength(32);
  expect(secretKeyOf(folder)).toBe(made);
  expect(statSync(join(folder, 'secret-key')).mode & 0o777).toBe(0o600);
  rmSync(folder, { recursive: true });
});

it('an app without it says how to make one', () => {
  expect(() => requireSecretKey(null)).toThrow('openssl rand -base64 32');
});
