import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { CannotStart } from './cannot-start.js';

/**
 * Below what systems give to outgoing connections (RFC 6335: from 49152; Linux: from 32768), since a server that restarts would find
 * its port taken by some client, its own clients' attempts to reach it included.
 */
const [firstPort, lastPort] = [10_000, 32_767];

/** A TCP port that nothing listens on at this moment; by lot, so that two who ask at once rarely get the same. */
export async function freePort(): Promise<number> {
  const port = randomInt(firstPort, lastPort + 1);
  return (await isFree(port)) ? port : freePort();
}

/** Throws for the first port that another program holds, naming the setting that changes it. */
export async function requireFree(ports: Record<string, number>): Promise<void> {
  for (const [setting, port] of Object.entries(ports)) {
    if (await isFree(port)) continue;
    throw new CannotStart(
      `Port ${port} is taken by another program: stop that program, or set ${setting} to a free port and run the command again.`,
    );
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}
