import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

const OLDEST_NODE = [20, 19];

/** A reason to stop that the user can act on: printed as one sentence, without a stack. */
export class Unmet extends Error {}

export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Unmet(
    `Baton needs Node ${OLDEST_NODE.join('.')} or later and this is Node ${version}: install a newer one from nodejs.org and run the command again.`,
  );
}

/** Throws when the file system that holds `path` (or will hold it) has less than `megabytes` free. */
export function requireSpace(path, megabytes, free = freeMegabytes(path)) {
  if (free >= megabytes) return;
  throw new Unmet(
    `Only ${free} MB are free where ${path} lies and ${megabytes} MB are needed: free some space there and run the command again.`,
  );
}

function freeMegabytes(path) {
  while (!existsSync(path)) path = dirname(path);
  const { bavail, bsize } = statfsSync(path);
  return Math.floor((bavail * bsize) / 1e6);
}

/** Runs a command's body and turns what stops it into one sentence (or, for the unforeseen, a stack) and exit code 1. */
export async function main(body) {
  try {
    requireNode();
    await body();
  } catch (error) {
    process.stderr.write(`${error instanceof Unmet ? error.message : (error?.stack ?? error)}\n`);
    process.exit(1);
  }
}
