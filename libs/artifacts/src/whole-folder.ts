import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Replaces `dir` by what `fill` writes into the folder it is given. That folder lies beside `dir` and is renamed at the end, so `dir` is
 * whole at any moment, or as it was if `fill` fails.
 */
export async function writeWhole(dir: string, fill: (partial: string) => Promise<void>): Promise<void> {
  const partial = `${dir}.partial-${process.pid}`;
  await mkdir(dirname(dir), { recursive: true });
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial);
  try {
    await fill(partial);
    await rm(dir, { recursive: true, force: true });
    await rename(partial, dir);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}
