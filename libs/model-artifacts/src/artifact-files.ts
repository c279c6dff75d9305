import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ModelError } from '#contracts';

/** Lists every other file of a model folder with its SHA-256; its own SHA-256 therefore stands for the whole folder. */
const listFile = 'SHA256SUMS';

export interface Artifact {
  path: string;
  checksum: string;
  content: Uint8Array<ArrayBuffer>;
}

export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The files of a model folder, and the checksum of the whole. */
export async function readArtifacts(dir: string): Promise<{ checksum: string; artifacts: Artifact[] }> {
  const artifacts = [];
  for (const path of (await readdir(dir)).sort()) {
    const content = new Uint8Array(await readFile(join(dir, path)));
    artifacts.push({ path, checksum: sha256(content), content });
  }
  const list = artifacts.find((artifact) => artifact.path === listFile);
  if (!list) throw new ModelError('MODEL_MISSING', { dir, file: listFile });
  return { checksum: list.checksum, artifacts };
}

/** Whether the folder is there and is, byte for byte, the one that `checksum` stands for. */
export async function isIntact(dir: string, checksum: string): Promise<boolean> {
  const list = await readFile(join(dir, listFile)).catch(() => null);
  if (!list || sha256(list) !== checksum) return false;
  for (const line of list.toString('utf8').split('\n').filter(Boolean)) {
    const content = await readFile(join(dir, line.slice(66))).catch(() => null);
    if (!content || sha256(content) !== line.slice(0, 64)) return false;
  }
  return true;
}

/** Writes the folder beside its place and renames it, so that it is whole or not there. Throws MODEL_CHECKSUM on a damaged file. */
export async function writeArtifacts(dir: string, artifacts: Artifact[]): Promise<void> {
  const partial = `${dir}.partial-${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  try {
    for (const { path, checksum, content } of artifacts) {
      if (dirname(path) !== '.' || sha256(content) !== checksum)
        throw new ModelError('MODEL_CHECKSUM', { dir, file: path });
      await writeFile(join(partial, path), content);
    }
    await rm(dir, { recursive: true, force: true });
    await rename(partial, dir);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}
