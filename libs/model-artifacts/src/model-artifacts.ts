import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { ModelError } from '#contracts';
import { DATABASE, type Database, type ModelVersion } from '#database';
import { createVersion, type NewVersion } from '#model-registry';
import { checksumFile, isIntact } from '#artifacts';
import { readArtifacts, writeArtifacts } from './artifact-files.js';
import { modelCache } from './superseded.js';

/** Large folders are written in one transaction, ms. */
const registerTimeoutMs = 60_000;

@Injectable()
export class ModelArtifacts {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** Stores a model folder, as `train` writes it, as the workspace's next version, a candidate. Throws MODEL_CHECKSUM when it is damaged. */
  async register(dir: string, version: NewVersion): Promise<ModelVersion> {
    const { checksum, artifacts } = await readArtifacts(dir);
    if (!(await isIntact(dir, checksum))) throw new ModelError('MODEL_CHECKSUM', { dir, file: checksumFile });
    return this.db.$transaction(
      async (tx) => {
        const created = await createVersion(tx, version, checksum);
        const { workspaceId, id: modelVersionId } = created;
        await tx.modelArtifact.createMany({
          data: artifacts.map((artifact) => ({ ...artifact, workspaceId, modelVersionId })),
        });
        return created;
      },
      { timeout: registerTimeoutMs },
    );
  }

  /** Moves a registered version's own folder into this machine's cache, so that an inference worker beside need not fetch it. */
  async keep({ checksum }: Pick<ModelVersion, 'checksum'>, dir: string): Promise<void> {
    const cached = cacheOf(checksum);
    if (await isIntact(cached, checksum)) return;
    await rm(cached, { recursive: true, force: true });
    await mkdir(dirname(cached), { recursive: true });
    await rename(dir, cached);
  }

  /** The version's folder in this machine's cache, every byte checked; fetched first when it is not there or damaged. */
  async fetch({ id, checksum }: Pick<ModelVersion, 'id' | 'checksum'>): Promise<string> {
    const dir = cacheOf(checksum);
    if (await isIntact(dir, checksum)) return dir;
    const files = await this.db.modelArtifact.findMany({ where: { modelVersionId: id }, select: { path: true } });
    const artifacts = [];
    for (const { path } of files) {
      // File by file: each statement has a deadline, and a slow network takes its time for a whole model.
      const key = { modelVersionId: id, path };
      artifacts.push(await this.db.modelArtifact.findUniqueOrThrow({ where: { modelVersionId_path: key } }));
    }
    await writeArtifacts(dir, artifacts);
    if (!(await isIntact(dir, checksum))) throw new ModelError('MODEL_CHECKSUM', { dir, file: checksumFile });
    return dir;
  }
}

function cacheOf(checksum: string): string {
  return join(modelCache(), checksum);
}
