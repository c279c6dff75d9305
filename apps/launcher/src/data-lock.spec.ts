import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDataDirectory } from './data-lock.js';

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'baton-lock-'))));
afterEach(() => rmSync(directory, { recursive: true }));

test('a second start on the same data directory learns who holds it', async () => {
  await lockDataDirectory(directory);
  await expect(lockDataDirectory(directory)).rejects.toThrow(
    `Baton already runs on ${directory} (process ${process.pid}): stop it there with Ctrl-C`,
  );
});

test('what a killed launcher left does not stand in the way', async () => {
  writeFileSync(join(directory, 'launcher.sock'), '');
  await lockDataDirectory(directory);
});

test('a path too long for a socket is locked as well', async () => {
  const deep = join(directory, 'd'.repeat(120));
  await lockDataDirectory(deep);
  await expect(lockDataDirectory(deep)).rejects.toThrow('Baton already runs');
});
