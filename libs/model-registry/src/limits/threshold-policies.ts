import { Inject, Injectable } from '@nestjs/common';
import { recordChange } from '#administration';
import type { RiskLimits, ThresholdPolicyView } from '#contracts';
import { DATABASE, lockWorkspace, type Database, type Transaction } from '#database';
import { storedOutcomes, tableFrom } from './calibration-sets.js';
import { certificationOf } from './certificate.js';
import { effectOf, limitOptions } from './limit-options.js';
import { ownThreshold } from './own-threshold.js';

/** Used until somebody sets others; the same as the table's. */
export const defaultLimits: RiskLimits = { riskLimit: 0.05, confidenceLevel: 0.9, certifiedOnly: false };

const notJudged = {
  ...{ modelVersionId: null, certification: null, nCalibration: 0, nOutOfScope: 0 },
  ...{ now: null, options: [] },
};

/** How many of the automatic answers may be wrong, and whether the active version is proved to keep to it. */
@Injectable()
export class ThresholdPolicies {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async limits(workspaceId: string): Promise<RiskLimits> {
    return readLimits(this.db, workspaceId);
  }

  async view(workspaceId: string): Promise<ThresholdPolicyView> {
    const [limits, calibration] = await Promise.all([
      this.limits(workspaceId),
      this.db.calibrationSet.findFirst({
        where: { workspaceId, modelVersion: { stage: 'active' } },
      }),
    ]);
    if (!calibration) return { ...limits, ...notJudged };
    const { modelVersionId, nCalibration, nOutOfScope } = calibration;
    const table = tableFrom(calibration);
    const view = {
      ...limits,
      modelVersionId,
      certification: certificationOf(table, limits),
      nCalibration,
      nOutOfScope,
    };
    const outcomes = storedOutcomes.safeParse(calibration.outcomes).data ?? []; // the page is wanted most when something is damaged
    const provisional = await ownThreshold(this.db, workspaceId, modelVersionId);
    if (outcomes.length === 0 || provisional === null) return { ...view, now: null, options: [] };
    const judged = { outcomes, table, provisional };
    return { ...view, now: effectOf(judged, limits), options: limitOptions(judged, limits) };
  }

  /** Inference workers follow within a second; the trainer tests the active version at limits that are not in its table. */
  async save(workspaceId: string, limits: RiskLimits, userId: string): Promise<ThresholdPolicyView> {
    await this.db.$transaction(async (tx) => {
      await lockWorkspace(tx, workspaceId);
      const before = await readLimits(tx, workspaceId);
      await tx.thresholdPolicy.upsert({ where: { workspaceId }, create: { workspaceId, ...limits }, update: limits });
      await recordChange(
        tx,
        { type: 'user', userId, workspaceId },
        {
          ...{ action: 'threshold_policy.change', subjectType: 'threshold_policy', subjectId: workspaceId },
          before,
          after: limits,
        },
      );
    });
    return this.view(workspaceId);
  }
}

export async function readLimits(db: Database | Transaction, workspaceId: string): Promise<RiskLimits> {
  const { riskLimit, confidenceLevel, certifiedOnly } =
    (await db.thresholdPolicy.findUnique({ where: { workspaceId } })) ?? defaultLimits;
  return { riskLimit, confidenceLevel, certifiedOnly };
}
