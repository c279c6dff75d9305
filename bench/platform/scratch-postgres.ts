import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, postgresReady, preparePostgres, spawnProgram, untilReady } from '#local-services';

/** A PostgreSQL for one benchmark, in a folder that `end` removes with it. */
export async function scratchPostgres(): Promise<{ url: string; end(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-bench-'));
  chmodSync(folder, 0o755); // PostgreSQL's own user must reach its folder
  const { program, url } = await preparePostgres({
    directory: join(folder, 'postgres'),
    port: await freePort(),
    password: 'bench',
  });
  const server = spawnProgram(program, ['ignore', 'ignore', 'ignore']);
  const end = async () => {
    const exit = once(server, 'exit');
    if (server.kill(program.stopSignal)) await exit;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(() => postgresReady(url), 60, 'PostgreSQL did not start.');
  } catch (error) {
    await end();
    throw error;
  }
  return { url, end };
}
