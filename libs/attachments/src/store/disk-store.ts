import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AttachmentStore } from './attachment-store.js';

export class DiskStore implements AttachmentStore {
  constructor(private readonly folder: string) {}

  /** Whole or not at all, whatever ends the process. */
  async put(key: string, content: Uint8Array): Promise<void> {
    const file = join(this.folder, key);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const part = `${file}.${randomUUID()}.part`;
    await writeFile(part, content, { mode: 0o600 });
    await rename(part, file);
  }

  async get(key: string): Promise<Uint8Array | null> {
    return readFile(join(this.folder, key)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
  }

  async remove(key: string): Promise<void> {
    await rm(join(this.folder, key), { force: true });
  }
}
