import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digest, filesUnder, isStale, writeStamp } from './stale.mjs';

let base;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'baton-stale-'));
  mkdirSync(join(base, 'src/node_modules'), { recursive: true });
  writeFileSync(join(base, 'src/a.ts'), 'a');
  writeFileSync(join(base, 'src/a.spec.ts'), 'spec');
  writeFileSync(join(base, 'src/node_modules/x.js'), 'x');
});
afterEach(() => rmSync(base, { recursive: true }));

test('sources are what lies in the folder, without installed packages', () => {
  expect(filesUnder(base, ['src', 'missing'])).toEqual([join('src', 'a.spec.ts'), join('src', 'a.ts')]);
});

test('the digest follows names and contents, not times', () => {
  const before = digest(base, ['src']);
  utimesSync(join(base, 'src/a.ts'), new Date(0), new Date(0));
  expect(digest(base, ['src'])).toBe(before);
  renameSync(join(base, 'src/a.ts'), join(base, 'src/b.ts'));
  expect(digest(base, ['src'])).not.toBe(before);
});

test('skipped files do not count', () => {
  const isSpec = (file) => file.endsWith('.spec.ts');
  const before = digest(base, ['src'], isSpec);
  writeFileSync(join(base, 'src/a.spec.ts'), 'another');
  expect(digest(base, ['src'], isSpec)).toBe(before);
});

test('a build is stale without a stamp, with the stamp of other sources, or without its output', () => {
  const stamp = join(base, 'dist/.stamps/server');
  const output = join(base, 'src/a.ts');
  expect(isStale(stamp, 'now', output)).toBe(true);
  writeStamp(stamp, 'now');
  expect(isStale(stamp, 'now', output)).toBe(false);
  expect(isStale(stamp, 'later', output)).toBe(true);
  expect(isStale(stamp, 'now', join(base, 'gone'))).toBe(true);
});
