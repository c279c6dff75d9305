import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ModelError } from '#contracts';

/**
 * Lists the other files of a folder with their SHA-256, in the format of `sha256sum`, so that a folder can be checked without this
 * program. The SHA-256 of the list itself identifies the whole folder.
 */
export const checksumFile = 'SHA256SUMS';

/** In hexadecimal. */
export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Writes the list of `files`, which are names inside `dir`. */
export async function writeChecksums(dir: string, files: string[]): Promise<void> {
  const lines = await Promise.all(files.map(async (file) => `${sha256(await readFile(join(dir, file)))}  ${file}\n`));
  await writeFile(join(dir, checksumFile), lines.join(''));
}

/** Throws MODEL_MISSING or MODEL_CHECKSUM unless every listed file is unchanged and every one of `required` is listed. */
export async function verifyChecksums(dir: string, required: string[] = []): Promise<void> {
  const list = await readFile(join(dir, checksumFile), 'utf8').catch(() => null);
  if (list === null) throw new ModelError('MODEL_MISSING', { dir, file: checksumFile });
  const lines = list.split('\n').filter(Boolean);
  const listed = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  for (const file of new Set([...required, ...listed.keys()])) {
    const content = listed.has(file) ? await readFile(join(dir, file)).catch(() => null) : null;
    if (!content) throw new ModelError('MODEL_MISSING', { dir, file });
    if (sha256(content) !== listed.get(file)) throw new ModelError('MODEL_CHECKSUM', { dir, file });
  }
}

/** Whether `dir` is there and is, byte for byte, the folder whose list has the SHA-256 `checksum`. */
export async function isIntact(dir: string, checksum: string): Promise<boolean> {
  const list = await readFile(join(dir, checksumFile)).catch(() => null);
  if (!list || sha256(list) !== checksum) return false;
  return verifyChecksums(dir).then(
    () => true,
    (error: unknown) => {
      if (error instanceof ModelError) return false;
      throw error;
    },
  );
}
