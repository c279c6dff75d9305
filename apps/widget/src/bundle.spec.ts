import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';

/** What a shop downloads: bytes after gzip. */
const limit = 38_000;

describe('widget.js', () => {
  let files: Rolldown.RolldownOutput['output'];
  beforeAll(async () => {
    const root = fileURLToPath(new URL('..', import.meta.url));
    const result = await build({
      root,
      configFile: `${root}vite.config.ts`,
      logLevel: 'silent',
      build: { write: false },
    });
    files = ([result].flat() as Rolldown.RolldownOutput[])[0]!.output;
  });

  it('is one script with its styles inside', () => {
    expect(files.map((file) => file.fileName)).toEqual(['widget.js']);
    expect(files[0].code).toContain('prefers-reduced-motion');
  });

  it(`weighs at most ${limit} bytes compressed`, () => {
    expect(gzipSync(files[0].code, { level: 9 }).length).toBeLessThanOrEqual(limit);
  });

  it('is ASCII, and free of what a strict content security policy forbids', () => {
    expect(files[0].code).toMatch(/^[\0-\x7f]*$/);
    expect(files[0].code).not.toMatch(/\beval\(|new Function|document\.write/);
  });
});
