import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModelError } from '#contracts';

/** The format of `sha256sum`, so that a folder can be checked without this program. */
const listFile = 'SHA256SUMS';

function digest(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

export function writeChecksums(dir: string, files: string[]): void {
  writeFileSync(join(dir, listFile), files.map((file) => `${digest(join(dir, file))}  ${file}\n`).join(''));
}

/** Throws unless every listed file is there and unchanged, and every one of `required` is listed. */
export function verifyChecksums(dir: string, required: string[]): void {
  if (!existsSync(join(dir, listFile))) throw new ModelError('MODEL_MISSING', { dir, file: listFile });
  const listed = new Map(
    readFileSync(join(dir, listFile), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  for (const file of new Set([...required, ...listed.keys()])) {
    if (!listed.has(file) || !existsSync(join(dir, file))) throw new ModelError('MODEL_MISSING', { dir, file });
    if (digest(join(dir, file)) !== listed.get(file)) throw new ModelError('MODEL_CHECKSUM', { dir, file });
  }
}
