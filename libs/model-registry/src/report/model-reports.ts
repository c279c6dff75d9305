import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { ModelReport } from '#contracts';
import { DATABASE, type Database } from '#database';
import { thresholdOf } from '#decision';
import { certificateFrom, storedOutcomes } from '../limits/calibration-sets.js';
import { servingRule } from '../limits/certificate.js';
import { readLimits } from '../limits/threshold-policies.js';
import { reportOf } from './report.js';

/** The part of a model folder that says from which confidence the model itself would answer. */
const calibrationFile = 'calibration.json';
const ownThreshold = z.object({ threshold: z.number() });

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
    const rule = servingRule(certificateFrom(calibration), limits);
    const threshold = thresholdOf(await this.provisional(workspaceId, modelVersionId), rule);
    return {
      modelVersionId,
      version: modelVersion.version,
      ...reportOf(storedOutcomes.parse(outcomes), threshold),
    };
  }

  private async provisional(workspaceId: string, modelVersionId: string): Promise<number> {
    const { content } = await this.db.modelArtifact.findFirstOrThrow({
      where: { modelVersionId, workspaceId, path: calibrationFile },
      select: { content: true },
    });
    return ownThreshold.parse(JSON.parse(Buffer.from(content).toString('utf8'))).threshold;
  }
}
