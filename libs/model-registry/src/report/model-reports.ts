import { Inject, Injectable } from '@nestjs/common';
import type { ModelReport } from '#contracts';
import { DATABASE, type Database } from '#database';
import { thresholdOf } from '#decision';
import { storedOutcomes, tableFrom } from '../limits/calibration-sets.js';
import { servingRule } from '../limits/certificate.js';
import { ownThreshold } from '../limits/own-threshold.js';
import { readLimits } from '../limits/threshold-policies.js';
import { reportOf } from './report.js';

@Injectable()
export class ModelReports {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** By the threshold that the active version serves with now. Null while none has been judged. */
  async ofActive(workspaceId: string): Promise<ModelReport | null> {
    const [calibration, limits] = await Promise.all([
      this.db.calibrationSet.findFirst({
        where: { workspaceId, modelVersion: { stage: 'active' }, nCalibration: { gt: 0 } },
        include: { modelVersion: { select: { version: true } } },
      }),
      readLimits(this.db, workspaceId),
    ]);
    if (!calibration) return null;
    const { modelVersionId, modelVersion, outcomes } = calibration;
    const provisional = await ownThreshold(this.db, workspaceId, modelVersionId);
    if (provisional === null) return null;
    const threshold = thresholdOf(provisional, servingRule(tableFrom(calibration), limits));
    return {
      modelVersionId,
      version: modelVersion.version,
      ...reportOf(storedOutcomes.parse(outcomes), threshold),
    };
  }
}
