import { z } from 'zod';
import type { Database } from '#database';

/** The part of a model folder that says from which confidence the model itself would answer. */
const calibrationFile = 'calibration.json';
const written = z.object({ threshold: z.number() });

/** The provisional threshold that came with a version. Null when its files are gone. */
export async function ownThreshold(db: Database, workspaceId: string, modelVersionId: string): Promise<number | null> {
  const file = await db.modelArtifact.findFirst({
    where: { modelVersionId, workspaceId, path: calibrationFile },
    select: { content: true },
  });
  return file && written.parse(JSON.parse(Buffer.from(file.content).toString('utf8'))).threshold;
}
