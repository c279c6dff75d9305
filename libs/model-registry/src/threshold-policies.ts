import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { Certification, RiskLimits, ThresholdPolicyView } from '#contracts';
import { DATABASE, type Database, type ThresholdPolicy } from '#database';
import { certifyVersion } from './certify-version.js';
import { lockWorkspace } from './workspace-lock.js';

/** Used until somebody sets others; the same as the table's. */
const defaults: RiskLimits = { riskLimit: 0.05, confidenceLevel: 0.9, certifiedOnly: false };

/** How many of the automatic answers may be wrong, and whether the active version is proved to keep to it. */
@Injectable()
export class ThresholdPolicies {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async view(workspaceId: string): Promise<ThresholdPolicyView> {
    const policy = await this.db.thresholdPolicy.findUnique({ where: { workspaceId } });
    const { nCalibration = 0, nOutOfScope = 0, modelVersionId = null } = policy ?? {};
    const limits = limitsOf(policy ?? defaults);
    return { ...limits, modelVersionId, certification: certificationOf(policy), nCalibration, nOutOfScope };
  }

  /** Certifies the active version anew; workers follow within a second. */
  async save(workspaceId: string, limits: RiskLimits, userId: string): Promise<ThresholdPolicyView> {
    await this.db.$transaction(async (tx) => {
      await lockWorkspace(tx, workspaceId);
      const before = await tx.thresholdPolicy.findUnique({ where: { workspaceId } });
      await tx.thresholdPolicy.upsert({ where: { workspaceId }, create: { workspaceId, ...limits }, update: limits });
      const active = await tx.modelVersion.findFirst({ where: { workspaceId, stage: 'active' } });
      const certification = active && (await certifyVersion(tx, workspaceId, active.id));
      await tx.auditEvent.create({
        data: {
          id: uuidv7(),
          workspaceId,
          actorType: 'user',
          actorId: userId,
          action: 'threshold_policy.change',
          subjectType: 'threshold_policy',
          subjectId: workspaceId,
          data: { before: limitsOf(before ?? defaults), after: limitsOf(limits), certification },
        },
      });
    });
    return this.view(workspaceId);
  }
}

function limitsOf({ riskLimit, confidenceLevel, certifiedOnly }: RiskLimits): RiskLimits {
  return { riskLimit, confidenceLevel, certifiedOnly };
}

/** Null while no version has become active since thresholds are certified. */
function certificationOf(policy: ThresholdPolicy | null): Certification | null {
  if (!policy?.modelVersionId) return null;
  const { threshold, coverage, missingLabels, certifiedAt } = policy;
  if (threshold !== null && coverage !== null && certifiedAt) return { state: 'certified', threshold, coverage };
  return missingLabels === null ? { state: 'too_often_wrong' } : { state: 'too_few_labels', missingLabels };
}
