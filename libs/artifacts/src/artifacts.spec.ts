import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { isIntact, sha256, verifyChecksums, writeChecksums, writeWhole } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'artifacts-'));
const dir = join(folder, 'model');
afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(async () => {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir);
  for (const name of ['a', 'b']) writeFileSync(join(dir, name), name);
  await writeChecksums(dir, ['a', 'b']);
});

describe('checksums', () => {
  const checksum = () => sha256(readFileSync(join(dir, 'SHA256SUMS')));

  it('are in the format of sha256sum', () => {
    expect(readFileSync(join(dir, 'SHA256SUMS'), 'utf8').split('\n')[0]).toBe(
      'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a',
    );
  });

  it.each<[string, () => void, string]>([
    ['a changed file', () => writeFileSync(join(dir, 'a'), 'x'), 'a does not match its checksum'],
    ['a missing file', () => rmSync(join(dir, 'b')), 'b is missing'],
    ['a missing list', () => rmSync(join(dir, 'SHA256SUMS')), 'SHA256SUMS is missing'],
  ])('tell %s', async (_, damage, sentence) => {
    const before = checksum();
    expect(await isIntact(dir, before)).toBe(true);
    damage();
    await expect(verifyChecksums(dir, ['a'])).rejects.toThrow(sentence);
    expect(await isIntact(dir, before)).toBe(false);
  });

  it('tell a file that should be listed and is not, and a folder that is another', async () => {
    await expect(verifyChecksums(dir, ['c'])).rejects.toThrow('c is missing');
    expect(await isIntact(dir, sha256(Buffer.from('another')))).toBe(false);
  });
});

describe('a folder that is written whole', () => {
  it('takes the place of the old one', async () => {
    await writeWhole(dir, async (partial) => writeFileSync(join(partial, 'c'), 'c'));
    expect([existsSync(join(dir, 'a')), existsSync(join(dir, 'c'))]).toEqual([false, true]);
  });

  it('leaves the old one as it was, and nothing beside it, when writing fails', async () => {
    const failing = writeWhole(dir, async (partial) => {
      writeFileSync(join(partial, 'c'), 'c');
      throw new Error('disk full');
    });
    await expect(failing).rejects.toThrow('disk full');
    expect(existsSync(join(dir, 'a'))).toBe(true);
    expect(existsSync(`${dir}.partial-${process.pid}`)).toBe(false);
  });
});
