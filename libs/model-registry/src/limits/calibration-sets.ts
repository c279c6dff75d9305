import { z } from 'zod';
import type { CalibrationSet, Transaction } from '#database';
import type { Certificate, TestSetOutcome } from './certificate.js';

export type CertificateColumns = Pick<
  CalibrationSet,
  'riskLimit' | 'confidenceLevel' | 'threshold' | 'coverage' | 'missingLabels'
>;

/** What stands in a row's `outcomes`. */
export const storedOutcomes: z.ZodType<TestSetOutcome[]> = z.array(
  z.object({ confidence: z.number(), correct: z.boolean(), oos: z.boolean() }),
);

/** Stores what a version made of the test set, and the certificate that follows from it, in place of what was stored before. */
export async function keepCalibration(
  tx: Transaction,
  workspaceId: string,
  modelVersionId: string,
  { outcomes, certificate }: { outcomes: TestSetOutcome[]; certificate: Certificate },
): Promise<void> {
  const kept = {
    outcomes: outcomes.map((outcome) => ({ ...outcome })),
    nCalibration: outcomes.length,
    nOutOfScope: outcomes.filter(({ oos }) => oos).length,
    ...columnsOf(certificate),
  };
  await tx.calibrationSet.upsert({
    where: { modelVersionId },
    create: { modelVersionId, workspaceId, ...kept },
    update: { ...kept, judgedAt: new Date() },
  });
}

export function columnsOf({ limits, result }: Certificate): CertificateColumns {
  return {
    riskLimit: limits.riskLimit,
    confidenceLevel: limits.confidenceLevel,
    threshold: result.state === 'certified' ? result.threshold : null,
    coverage: result.state === 'certified' ? result.coverage : null,
    missingLabels: result.state === 'too_few_labels' ? result.missingLabels : null,
  };
}

/** Null while the version has not been tested. */
export function certificateFrom(row: CertificateColumns | null): Certificate | null {
  if (!row || row.riskLimit === null || row.confidenceLevel === null) return null;
  const { riskLimit, confidenceLevel, threshold, coverage, missingLabels } = row;
  const limits = { riskLimit, confidenceLevel };
  if (threshold !== null && coverage !== null) return { limits, result: { state: 'certified', threshold, coverage } };
  if (missingLabels === null) return { limits, result: { state: 'too_often_wrong' } };
  return { limits, result: { state: 'too_few_labels', missingLabels } };
}

/** Everything but the outcomes, which are long. */
export const certificateColumns = {
  modelVersionId: true,
  nCalibration: true,
  nOutOfScope: true,
  riskLimit: true,
  confidenceLevel: true,
  threshold: true,
  coverage: true,
  missingLabels: true,
} as const;
