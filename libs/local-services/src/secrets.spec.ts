import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSecrets } from './secrets.js';

test('passwords are made up once and readable by their owner alone', () => {
  const directory = mkdtempSync(join(tmpdir(), 'baton-secrets-'));
  const secrets = loadSecrets(directory);
  expect(secrets.postgresPassword).not.toBe(secrets.redisPassword);
  expect(loadSecrets(directory)).toEqual(secrets);
  expect(statSync(join(directory, 'secrets')).mode & 0o777).toBe(0o600);
  rmSync(directory, { recursive: true });
});
