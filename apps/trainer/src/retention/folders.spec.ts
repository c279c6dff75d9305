import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { removeFolders } from './folders.js';

let parent: string;
beforeEach(() => (parent = mkdtempSync(join(tmpdir(), 'baton-folders-'))));
afterEach(() => rmSync(parent, { recursive: true }));

it('removes what nobody needs and nobody has written to for an hour, and nothing else', async () => {
  const twoHoursAgo = new Date(Date.now() - 7_200_000);
  for (const name of ['run-1.unfinished', 'run-2.unfinished', 'run-3']) {
    mkdirSync(join(parent, name, 'checkpoint'), { recursive: true });
    if (name !== 'run-3') utimesSync(join(parent, name), twoHoursAgo, twoHoursAgo);
  }
  expect(await removeFolders(parent, (name) => name.startsWith('run-1'))).toBe(1);
  const left = ['run-1.unfinished', 'run-2.unfinished', 'run-3'].filter((name) => existsSync(join(parent, name)));
  expect(left).toEqual(['run-1.unfinished', 'run-3']);
});

it('finds nothing where there is no folder yet', async () => {
  expect(await removeFolders(join(parent, 'none'), () => false)).toBe(0);
});
