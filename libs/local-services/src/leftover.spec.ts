import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stopLeftover } from './leftover.js';

let directory: string;
let pidFile: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'baton-leftover-'));
  pidFile = join(directory, 'server.pid');
});
afterEach(() => rmSync(directory, { recursive: true }));

const idle = (cwd: string) => spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { cwd, stdio: 'ignore' });

test('a server that still works in the directory is ended', async () => {
  const server = idle(directory);
  await once(server, 'spawn');
  const exit = once(server, 'exit');
  writeFileSync(pidFile, `${server.pid}\n${directory}\n`);
  await stopLeftover(pidFile, directory, 'SIGTERM');
  expect(await exit).toEqual([null, 'SIGTERM']);
  expect(existsSync(pidFile)).toBe(false);
});

test('a program that got the pid since is left alone', async () => {
  const other = idle(tmpdir());
  await once(other, 'spawn');
  writeFileSync(pidFile, String(other.pid));
  await stopLeftover(pidFile, directory, 'SIGTERM');
  expect(existsSync(pidFile)).toBe(false);
  expect(other.exitCode).toBeNull();
  other.kill();
  expect(await once(other, 'exit')).toEqual([null, 'SIGTERM']);
});

test.each(['', 'garbage', '4194305'])('a pid file that names nobody ("%s") is removed', async (content) => {
  writeFileSync(pidFile, content);
  await stopLeftover(pidFile, directory, 'SIGTERM');
  expect(existsSync(pidFile)).toBe(false);
});
