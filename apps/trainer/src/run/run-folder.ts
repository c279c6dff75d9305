import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadConfig } from '#config';

const parent = () => join(loadConfig().dataDir, 'training');

/** Where a run writes its model; beside it, with `.unfinished`, its checkpoint. The same for every attempt, so that the next one finds it. */
export function runFolder(runId: string): string {
  return join(parent(), runId);
}

export async function removeRunFolder(runId: string): Promise<void> {
  for (const dir of [runFolder(runId), `${runFolder(runId)}.unfinished`])
    await rm(dir, { recursive: true, force: true });
}
