import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * PostgreSQL refuses to run as root, so there it runs as the user `postgres`, who cannot enter a folder below, say,
 * /root or a private temporary folder. What that user must reach and cannot lies here instead.
 */
const SHELTER = '/var/lib/baton';
const OTHERS_MAY_ENTER = 0o001;

export interface Account {
  uid: number;
  gid: number;
}

/** The account to run PostgreSQL under; undefined when that is the current one. */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    execFileSync('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ]);
    return { uid: id('-u'), gid: id('-g') };
  }
}

/** A path from which the server's executables can be run by the account: the package itself, or a copy of it. */
export function reachableExecutables(native: string, account: Account | undefined): string {
  if (!account || mayEnter(native)) return native;
  const copy = shelter(native + readFileSync(join(native, '../package.json'), 'utf8'));
  const unfinished = `${copy}.unfinished`;
  if (existsSync(copy)) return copy;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  renameSync(unfinished, copy);
  return copy;
}

/** Makes `directory` a folder that the account owns and can enter: itself, or a link to a sheltered one. */
export function reachableDirectory(directory: string, account: Account | undefined): void {
  if (existsSync(directory)) return;
  mkdirSync(dirname(directory), { recursive: true });
  if (!account) return void mkdirSync(directory, { mode: 0o700 });
  const place = mayEnter(dirname(directory)) ? directory : shelter(directory);
  rmSync(place, { recursive: true, force: true }); // of an installation whose own folder is gone
  mkdirSync(place, { recursive: true, mode: 0o700 });
  chownSync(place, account.uid, account.gid);
  if (place !== directory) symlinkSync(place, directory);
}

function shelter(path: string): string {
  return join(SHELTER, createHash('sha256').update(path).digest('hex').slice(0, 16));
}

function mayEnter(path: string): boolean {
  if ((statSync(path).mode & OTHERS_MAY_ENTER) === 0) return false;
  return dirname(path) === path || mayEnter(dirname(path));
}
