import { Inject, Injectable } from '@nestjs/common';
import { DATABASE, type Database, type ModelVersion } from '#database';
import { modelInput } from '#personal-data';
import type { ReviewInput } from './review-child.js';
import type { Suspicion } from './suspicions.js';

/** The newest rows: these take some minutes of one processor and 100 MB. */
const mostRows = 20_000;

export type Unreviewed = Pick<ModelVersion, 'id' | 'workspaceId'>;

/** Reviews of training rows, as rows of the database. */
@Injectable()
export class Reviews {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** Active versions since which the rows have not been looked through yet. */
  due(): Promise<Unreviewed[]> {
    return this.db.modelVersion.findMany({
      where: { stage: 'active', reviewedAt: null },
      select: { id: true, workspaceId: true },
    });
  }

  async rows(workspaceId: string): Promise<ReviewInput['rows']> {
    const rows = await this.db.trainingExample.findMany({
      where: { workspaceId },
      select: { id: true, text: true, intentId: true },
      orderBy: { createdAt: 'desc' },
      take: mostRows,
    });
    return rows.map(({ text, ...row }) => ({ ...row, text: modelInput(text).text }));
  }

  /**
   * In place of what was suspected before. Rows whose label has changed since they were read are left out, and those that a
   * person has put right: they have been looked at.
   */
  async keep({ id, workspaceId }: Unreviewed, read: ReviewInput['rows'], found: Suspicion[]): Promise<void> {
    const labels = new Map(read.map((row) => [row.id, row.intentId]));
    const suspected = JSON.stringify(found.map((row) => ({ ...row, intentId: labels.get(row.id) })));
    await this.db.$transaction(async (tx) => {
      await tx.trainingExample.updateMany({
        where: { workspaceId, suspicion: { not: null } },
        data: { suspectedIntentId: null, suspicion: null },
      });
      await tx.$executeRaw`
        UPDATE training_example example
        SET "suspectedIntentId" = found."suspectedIntentId", suspicion = found.suspicion
        FROM jsonb_to_recordset(${suspected}::jsonb)
          AS found(id uuid, "intentId" uuid, "suspectedIntentId" uuid, suspicion float8)
        WHERE example.id = found.id AND example."workspaceId" = ${workspaceId}::uuid AND example."changedAt" IS NULL
          AND example."intentId" IS NOT DISTINCT FROM found."intentId"
          AND EXISTS (SELECT FROM intent WHERE id = found."suspectedIntentId")`;
      await tx.modelVersion.updateMany({ where: { id, workspaceId }, data: { reviewedAt: new Date() } });
    });
  }
}
