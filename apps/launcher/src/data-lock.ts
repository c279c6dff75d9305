import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotStart } from '#local-services';

/** Longest path of a Unix socket that every system takes. */
const LONGEST_SOCKET_PATH = 100;

/**
 * Makes this process the only Baton on the data directory for as long as it lives. A socket rather than a pid file: the
 * system ends it with the process, so a file that is left over says so itself by refusing connections.
 */
export async function lockDataDirectory(directory: string): Promise<void> {
  mkdirSync(directory, { recursive: true });
  const path = socketPath(realpathSync(directory));
  if (await listen(path)) return;
  const holder = await holderOf(path);
  if (holder !== undefined) {
    throw new CannotStart(
      `Baton already runs on ${directory} (process ${holder}): stop it there with Ctrl-C, or set BATON_DATA_DIR and other ports to run a second one.`,
    );
  }
  rmSync(path, { force: true });
  if (!(await listen(path)))
    throw new CannotStart(`Another Baton is starting on ${directory}: wait for it or stop it.`);
}

function socketPath(directory: string): string {
  if (process.platform === 'win32') return `\\\\.\\pipe\\baton-${digest(directory)}`;
  const path = join(directory, 'launcher.sock');
  return path.length <= LONGEST_SOCKET_PATH ? path : join(tmpdir(), `baton-${digest(directory)}.sock`);
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

function listen(path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server: Server = createServer((socket) => socket.end(String(process.pid)));
    server.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    server.listen(path, () => resolve(true));
    server.unref();
  });
}

/** The process that answers on the socket, or undefined when none does. */
function holderOf(path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let pid = '';
    const socket = connect(path);
    socket.on('data', (chunk) => (pid += chunk.toString()));
    socket.on('end', () => resolve(pid));
    socket.on('error', () => resolve(undefined));
  });
}
