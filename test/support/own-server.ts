import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { atEnd } from './at-end.js';
import { launchPostgres, launchRedis, type Server } from './server.js';
import { temporaryFolder } from './temporary-folder.js';

/** A PostgreSQL of the spec's own (not migrated), gone after its last test. */
export const startPostgres = () => owned(launchPostgres);

/** A Redis of the spec's own, gone after its last test. */
export const startRedis = () => owned(launchRedis);

async function owned(launch: (directory: string) => Promise<Server>): Promise<Server> {
  const folder = temporaryFolder();
  const server = await launch(join(folder, 'data'));
  atEnd(async () => {
    await server.stop('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  return server;
}
