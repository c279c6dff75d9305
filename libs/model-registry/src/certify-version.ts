import { z } from 'zod';
import type { Certification } from '#contracts';
import type { Transaction } from '#database';
import { certify, type TestSetOutcome } from './certification.js';

const storedOutcomes: z.ZodType<TestSetOutcome[]> = z.array(
  z.object({ confidence: z.number(), correct: z.boolean(), oos: z.boolean() }),
);

/** Stores what a version of the workspace made of the test set, in place of what was stored before. */
export async function keepOutcomes(
  tx: Transaction,
  workspaceId: string,
  modelVersionId: string,
  kept: TestSetOutcome[],
): Promise<void> {
  const outcomes = kept.map((outcome) => ({ ...outcome }));
  await tx.calibrationSet.upsert({
    where: { modelVersionId },
    create: { modelVersionId, workspaceId, outcomes },
    update: { outcomes, judgedAt: new Date() },
  });
}

/** Certifies a threshold for a version from its stored outcomes, at the workspace's limits. Without any, all labels are missing. */
export async function certifyVersion(
  tx: Transaction,
  workspaceId: string,
  modelVersionId: string,
): Promise<Certification> {
  const kept = await tx.calibrationSet.findUnique({ where: { modelVersionId, workspaceId } });
  const outcomes = storedOutcomes.parse(kept?.outcomes ?? []);
  const limits = await tx.thresholdPolicy.upsert({ where: { workspaceId }, create: { workspaceId }, update: {} });
  const certification = certify(outcomes, limits);
  const certified = certification.state === 'certified' ? certification : null;
  await tx.thresholdPolicy.update({
    where: { workspaceId },
    data: {
      modelVersionId,
      threshold: certified?.threshold ?? null,
      coverage: certified?.coverage ?? null,
      certifiedAt: certified && new Date(),
      missingLabels: certification.state === 'too_few_labels' ? certification.missingLabels : null,
      nCalibration: outcomes.length,
      nOutOfScope: outcomes.filter(({ oos }) => oos).length,
    },
  });
  return certification;
}
