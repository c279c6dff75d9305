import { fewExamples, type ModelOutlook } from '#contracts';
import type { Database, ModelVersion } from '#database';

type Version = Pick<ModelVersion, 'id' | 'workspaceId' | 'createdAt'>;

/** Customers' messages that the version has read in the last days, and those that it was sure of. */
export async function readRecent(
  db: Database,
  { id, workspaceId }: Version,
  threshold: number,
  days: number,
): Promise<{ messages: number; sure: number }> {
  const [row] = await db.$queryRaw<{ messages: number; sure: number }[]>`
    SELECT count(*)::int AS messages, count(*) FILTER (WHERE confidence >= ${threshold}::float8)::int AS sure FROM prediction
    WHERE "workspaceId" = ${workspaceId}::uuid AND "createdAt" >= now() - make_interval(days => ${days}::int)
      AND "modelVersionId" = ${id}::uuid`;
  return row!;
}

/** It learnt from the rows of the moment at which its run began. */
export async function readNewLabels(db: Database, { id, workspaceId, createdAt }: Version): Promise<number> {
  const run = await db.trainingRun.findFirst({
    where: { workspaceId, modelVersionId: id },
    select: { startedAt: true },
  });
  const since = { gt: run?.startedAt ?? createdAt };
  return db.trainingExample.count({ where: { workspaceId, OR: [{ createdAt: since }, { changedAt: since }] } });
}

export async function readThinIntents(db: Database, workspaceId: string): Promise<ModelOutlook['thinIntents']> {
  return db.$queryRaw<ModelOutlook['thinIntents']>`
    SELECT i.id, i.title, count(t.id)::int AS "nExamples" FROM intent i
    LEFT JOIN training_example t ON t."intentId" = i.id AND t."workspaceId" = i."workspaceId"
    WHERE i."workspaceId" = ${workspaceId}::uuid
    GROUP BY i.id HAVING count(t.id) < ${fewExamples}::int ORDER BY count(t.id), i.title`;
}
