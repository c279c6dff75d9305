import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openLog } from './log-file.js';

const megabyte = 1024 * 1024;
let dataDir: string;
let logs: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'baton-log-'));
  logs = join(dataDir, 'logs');
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const write = (log: Writable, text: string) => new Promise((resolve) => log.write(text, resolve));
const close = (log: Writable) => new Promise<void>((resolve) => log.end(resolve));

it('is for its owner alone, goes on after a restart, and keeps four full files of 10 MB', async () => {
  const first = openLog(dataDir);
  await write(first.log, 'the first start\n');
  await close(first.log);
  chmodSync(first.path, 0o644); // as an earlier version left it
  const { log, path } = openLog(dataDir);
  await write(log, 'the second start\n');
  expect(readFileSync(path, 'utf8')).toBe('the first start\nthe second start\n');
  const piece = `${'x'.repeat(megabyte - 1)}\n`;
  for (let pieces = 0; pieces < 65; pieces += 1) await write(log, piece);
  await close(log);
  expect(readdirSync(logs).sort()).toEqual(['baton.log', ...[1, 2, 3, 4].map((index) => `baton.log.${index}`)]);
  for (const name of readdirSync(logs)) {
    expect(statSync(join(logs, name)).mode & 0o777).toBe(0o600);
    expect(statSync(join(logs, name)).size).toBeLessThan(11 * megabyte);
  }
});

/** A disk that can be filled, where we may mount one. */
function mountSmallDisk(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m,mode=0700', 'tmpfs', logs], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Fills the disk; or puts a file where the folder was, in which then nothing can be made. Returns how to undo it. */
function takeSpace(isSmallDisk: boolean): () => void {
  if (!isSmallDisk) {
    rmSync(logs, { recursive: true });
    writeFileSync(logs, '');
    return () => rmSync(logs);
  }
  const filler = join(logs, 'filler');
  expect(() => writeFileSync(filler, Buffer.alloc(2 * megabyte))).toThrow('ENOSPC');
  return () => rmSync(filler);
}

it('writes again once a full disk has space, and says how much is missing', async () => {
  mkdirSync(logs);
  const isSmallDisk = mountSmallDisk();
  try {
    const { log, path } = openLog(dataDir);
    await write(log, 'before\n');
    const giveSpace = takeSpace(isSmallDisk);
    const line = `${'x'.repeat(8191)}\n`;
    for (let lines = 0; lines < 2000; lines += 1) await write(log, line); // enough for a new file to be due
    giveSpace();
    await vi.waitFor(async () => {
      await write(log, 'after\n');
      expect(readFileSync(path, 'utf8')).toMatch(/\[log\] \d+ pieces of output could not be written\nafter\n/);
    });
    await close(log);
  } finally {
    if (isSmallDisk) execFileSync('umount', [logs]);
  }
});
