import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const mebibyte = 1024 * 1024;

/** A file system of 1 GiB in memory. */
export class SmallDisk {
  private constructor(private readonly folder: string) {}

  static mount(folder: string): SmallDisk {
    mkdirSync(folder, { recursive: true });
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1g', 'tmpfs', folder]);
    } catch (cause) {
      throw new Error('A small disk cannot be mounted: run this case as root, on Linux.', { cause });
    }
    return new SmallDisk(folder);
  }

  /** Writes until no byte is free. */
  fill(): void {
    const file = openSync(this.filler, 'w');
    try {
      for (let bytes = mebibyte; bytes >= 1;) {
        try {
          writeSync(file, Buffer.alloc(bytes));
        } catch {
          bytes = Math.floor(bytes / 2);
        }
      }
    } finally {
      closeSync(file);
    }
  }

  free(): void {
    rmSync(this.filler);
  }

  unmount(): void {
    execFileSync('umount', [this.folder]);
  }

  private get filler(): string {
    return join(this.folder, 'filler');
  }
}
