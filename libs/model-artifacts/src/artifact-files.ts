import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ModelError } from '#contracts';
import { checksumFile, sha256, writeWhole } from '#artifacts';

/** A file of a model folder as the database keeps it. */
export interface Artifact {
  path: string;
  checksum: string;
  content: Uint8Array<ArrayBuffer>;
}

/** The files of a model folder, and the checksum that identifies the folder. Throws MODEL_MISSING without a list of checksums. */
export async function readArtifacts(dir: string): Promise<{ checksum: string; artifacts: Artifact[] }> {
  const artifacts = [];
  for (const path of (await readdir(dir)).sort()) {
    const content = new Uint8Array(await readFile(join(dir, path)));
    artifacts.push({ path, checksum: sha256(content), content });
  }
  const list = artifacts.find((artifact) => artifact.path === checksumFile);
  if (!list) throw new ModelError('MODEL_MISSING', { dir, file: checksumFile });
  return { checksum: list.checksum, artifacts };
}

/** Writes the folder, whole or not at all. Throws MODEL_CHECKSUM on a damaged file. */
export async function writeArtifacts(dir: string, artifacts: Artifact[]): Promise<void> {
  await writeWhole(dir, async (partial) => {
    for (const { path, checksum, content } of artifacts) {
      if (dirname(path) !== '.' || sha256(content) !== checksum)
        throw new ModelError('MODEL_CHECKSUM', { dir, file: path });
      await writeFile(join(partial, path), content);
    }
  });
}
