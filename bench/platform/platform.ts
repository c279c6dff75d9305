import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, runningPostgresUrl } from '#local-services';

const launcher = 'dist/apps/launcher/src/main.js';

export interface Platform {
  gatewayUrl: string;
  /** The origin that the demo's inbox allows. */
  shopUrl: string;
  dataDir: string;
  databaseUrl: string;
  stop(): Promise<void>;
}

/**
 * A whole Baton with the demo shop, on free ports, ready: `npm start` without the build. `folder`: of its data, which stays; without it, it
 * has one of its own. `env`: more settings.
 */
export async function startPlatform(folder?: string, env: Record<string, string> = {}): Promise<Platform> {
  const dataDir = folder ?? mkdtempSync(join(tmpdir(), 'baton-bench-'));
  chmodSync(dataDir, 0o755); // PostgreSQL's own user must reach its folder
  const settings = ['PORT', 'INFERENCE_WORKER_PORT', 'ESCALATION_PORT', 'TRAINER_PORT', 'DEMO_SHOP_PORT'];
  const ports: Record<string, string> = {};
  for (const setting of settings) ports[setting] = String(await freePort());
  const child = spawn(process.execPath, [launcher], {
    env: {
      ...process.env,
      ...ports,
      BATON_DATA_DIR: dataDir,
      BATON_BACKGROUND_TRAINING: 'false',
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (/^Data /m.test(output)) resolve();
    });
    child.once('exit', () => reject(new Error(`Baton did not start:\n${output}`)));
  });
  return {
    gatewayUrl: `http://127.0.0.1:${ports['PORT']}`,
    shopUrl: `http://localhost:${ports['DEMO_SHOP_PORT']}`,
    dataDir,
    databaseUrl: runningPostgresUrl(dataDir),
    stop: async () => {
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
      if (!folder) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
