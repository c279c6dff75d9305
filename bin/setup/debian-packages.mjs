import { existsSync } from 'node:fs';
import { step } from './progress.mjs';
import { run } from './run.mjs';

/** Whether packages can be installed without asking anybody. */
export const canInstall = () => existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;

export async function install(label, packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await step(`Installing ${label}`, async () => {
    await run('apt-get', ['update', '-q'], { env });
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env });
  });
}

/** The servers that an operator on Debian brings: CI tests against them, other machines against what they have. */
export async function ensureServers() {
  if (!process.env.CI || !canInstall()) return;
  const missing = [
    ['/usr/lib/postgresql', 'postgresql'],
    ['/usr/bin/redis-server', 'redis-server'],
  ].filter(([path]) => !existsSync(path));
  if (missing.length > 0)
    await install(
      'PostgreSQL and Redis',
      missing.map(([, name]) => name),
    );
}
