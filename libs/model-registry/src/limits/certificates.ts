import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { BatonError } from '#contracts';
import { DATABASE, lockWorkspace, type Database } from '#database';
import { keepCalibration, storedOutcomes, tableColumn, type JudgedVersion } from './calibration-sets.js';
import {
  certificationOf,
  sameLimits,
  type Certificate,
  type TestedLimits,
  type TestSetOutcome,
} from './certificate.js';
import { limitGrid } from './limit-grid.js';
import { defaultLimits, readLimits } from './threshold-policies.js';

/** A version that is not tested at its workspace's limits, or not at all of the grid. */
export interface Uncertified {
  workspaceId: string;
  modelVersionId: string;
  limits: TestedLimits;
  /** When its outcomes were stored. */
  judgedAt: Date;
}

/**
 * Certificates of thresholds, as rows. Nothing in here computes one: that takes too long for a request, and for a transaction. A
 * version brings a table of them. Where the limits are not in it, the trainer finds that, computes a new table and stores it.
 */
@Injectable()
export class Certificates {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** The active versions, of all workspaces, whose table lacks their workspace's limits, or was made before there was a grid. */
  async due(): Promise<Uncertified[]> {
    const { riskLimit, confidenceLevel } = defaultLimits;
    const rows = await this.db.$queryRaw<(Omit<Uncertified, 'limits'> & TestedLimits)[]>`
      SELECT calibration."workspaceId", calibration."modelVersionId", calibration."judgedAt",
        present."riskLimit", present."confidenceLevel"
      FROM model_version version
      JOIN calibration_set calibration ON calibration."modelVersionId" = version.id
      LEFT JOIN threshold_policy policy ON policy."workspaceId" = version."workspaceId"
      CROSS JOIN LATERAL (SELECT coalesce(policy."riskLimit", ${riskLimit}) AS "riskLimit",
        coalesce(policy."confidenceLevel", ${confidenceLevel}) AS "confidenceLevel") present
      WHERE version.stage = 'active' AND (jsonb_array_length(calibration."limitTable") < ${limitGrid(defaultLimits).length}
        OR NOT calibration."limitTable" @> jsonb_build_array(jsonb_build_object('limits', jsonb_build_object(
          'riskLimit', present."riskLimit", 'confidenceLevel', present."confidenceLevel"))))`;
    return rows.map(({ riskLimit, confidenceLevel, ...row }) => ({ ...row, limits: { riskLimit, confidenceLevel } }));
  }

  /** What the version made of its test set. Throws when the stored outcomes are damaged. */
  async outcomes({ workspaceId, modelVersionId }: Uncertified): Promise<TestSetOutcome[]> {
    const { outcomes } = await this.db.calibrationSet.findUniqueOrThrow({ where: { modelVersionId, workspaceId } });
    return storedOutcomes.parse(outcomes);
  }

  /** Stores a table unless limits or outcomes have changed since; then there is another one to compute. False: it was not stored. */
  async keep(due: Uncertified, limitTable: Certificate[]): Promise<boolean> {
    const { workspaceId, modelVersionId, judgedAt, limits } = due;
    return this.db.$transaction(async (tx) => {
      await lockWorkspace(tx, workspaceId);
      if (!sameLimits(await readLimits(tx, workspaceId), limits)) return false;
      const { count } = await tx.calibrationSet.updateMany({
        where: { modelVersionId, workspaceId, judgedAt },
        data: { limitTable: tableColumn(limitTable) },
      });
      if (count === 0) return false;
      await tx.auditEvent.create({
        data: {
          id: uuidv7(),
          workspaceId,
          actorType: 'system',
          action: 'threshold.certify',
          subjectType: 'model_version',
          subjectId: modelVersionId,
          data: { limits: { ...limits }, certification: certificationOf(limitTable, limits) },
        },
      });
      return true;
    });
  }

  /** A version was judged again, on the test set of today. Throws MODEL_UNKNOWN. */
  async judgedAgain(workspaceId: string, modelVersionId: string, judged: JudgedVersion): Promise<void> {
    await this.db.$transaction(async (tx) => {
      await lockWorkspace(tx, workspaceId);
      const version = await tx.modelVersion.findFirst({ where: { id: modelVersionId, workspaceId } });
      if (!version) throw new BatonError('MODEL_UNKNOWN');
      await keepCalibration(tx, workspaceId, modelVersionId, judged);
    });
  }
}
