import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { temporaryFolder } from '../support/temporary-folder.js';
import { prepareShop, type PreparedShop } from './shop.js';

declare module 'vitest' {
  interface ProvidedContext {
    preparedShop: PreparedShop;
  }
}

/** Builds what is stale and trains the shop that every case starts from. */
export default async function setup(project: TestProject): Promise<() => void> {
  const { status } = spawnSync(process.execPath, ['bin/build.mjs', 'server'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed: the lines above say why.');
  const folder = temporaryFolder();
  project.provide('preparedShop', await prepareShop(folder));
  return () => rmSync(folder, { recursive: true, force: true });
}
