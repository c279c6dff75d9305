import { join } from 'node:path';
import { loadConfig } from '#config';
import { lockWorkspace, type Database } from '#database';

/** Folders of versions on this machine, each named by its checksum. */
export const modelCache = (): string => join(loadConfig().dataDir, 'models');

/**
 * Removes the files of versions that were replaced, or never answered, but for the newest `kept` of each in every workspace.
 * What a rollback goes back to is the newest of the replaced. Rows and figures stay. Returns how many versions it was.
 */
export async function dropSuperseded(db: Database, kept: number): Promise<number> {
  const superseded = await db.$queryRaw<{ id: string; workspaceId: string }[]>`
    SELECT id, "workspaceId" FROM (
      SELECT id, "workspaceId", row_number() OVER (
        PARTITION BY "workspaceId", stage ORDER BY "activatedAt" DESC NULLS LAST, version DESC) AS rank
      FROM model_version WHERE stage IN ('retired', 'candidate') AND "droppedAt" IS NULL) ranked
    WHERE rank > ${kept}`;
  let dropped = 0;
  for (const { id, workspaceId } of superseded) {
    await db.$transaction(async (tx) => {
      await lockWorkspace(tx, workspaceId);
      const marked = await tx.$executeRaw`
        UPDATE model_version SET "droppedAt" = now() WHERE id = ${id}::uuid AND stage IN ('retired', 'candidate')`;
      if (marked > 0) await tx.modelArtifact.deleteMany({ where: { modelVersionId: id } });
      dropped += marked;
    });
  }
  return dropped;
}

/** Checksums of the versions that still have their files. */
export async function storedChecksums(db: Database): Promise<Set<string>> {
  const versions = await db.modelVersion.findMany({ where: { droppedAt: null }, select: { checksum: true } });
  return new Set(versions.map(({ checksum }) => checksum));
}
