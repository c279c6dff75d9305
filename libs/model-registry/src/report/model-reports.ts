import { Inject, Injectable } from '@nestjs/common';
import type { ModelOutlook, ModelReport } from '#contracts';
import { DATABASE, type Database } from '#database';
import { thresholdOf } from '#decision';
import { storedOutcomes, tableFrom } from '../limits/calibration-sets.js';
import { servingRule, type TestSetOutcome } from '../limits/certificate.js';
import { ownThreshold } from '../limits/own-threshold.js';
import { readLimits } from '../limits/threshold-policies.js';
import { answersOf, recentDays } from './outlook.js';
import { readRecent, readThinIntents, readNewLabels } from './outlook-rows.js';
import { reportOf } from './report.js';

interface Judged {
  modelVersionId: string;
  version: number;
  outcomes: TestSetOutcome[];
  threshold: number;
}

@Injectable()
export class ModelReports {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** By the threshold that the active version serves with now. Null while none has been judged. */
  async ofActive(workspaceId: string): Promise<ModelReport | null> {
    const judged = await this.judged(workspaceId);
    if (!judged) return null;
    const { modelVersionId, version, outcomes, threshold } = judged;
    return { modelVersionId, version, ...reportOf(outcomes, threshold) };
  }

  /** Null while no version is active. */
  async outlook(workspaceId: string): Promise<ModelOutlook | null> {
    const active = await this.db.modelVersion.findFirst({ where: { workspaceId, stage: 'active' } });
    if (!active) return null;
    const [judged, newLabels, thinIntents] = await Promise.all([
      this.judged(workspaceId),
      readNewLabels(this.db, active),
      readThinIntents(this.db, workspaceId),
    ]);
    const recent = judged && (await readRecent(this.db, active, judged.threshold, recentDays));
    const answers = judged && recent && answersOf(recent, judged.outcomes, judged.threshold);
    return { version: active.version, answers, newLabels, thinIntents };
  }

  private async judged(workspaceId: string): Promise<Judged | null> {
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
    return { modelVersionId, version: modelVersion.version, outcomes: storedOutcomes.parse(outcomes), threshold };
  }
}
