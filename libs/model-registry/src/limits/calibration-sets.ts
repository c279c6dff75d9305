import { z } from 'zod';
import { certificationResult, riskLimits } from '#contracts';
import type { Prisma, Transaction } from '#database';
import type { Certificate, TestSetOutcome } from './certificate.js';

/** What stands in a row's `outcomes`. */
export const storedOutcomes: z.ZodType<TestSetOutcome[]> = z.array(
  z.object({ confidence: z.number(), correct: z.boolean(), oos: z.boolean() }),
);

/** What stands in a row's `limitTable`. */
const storedTable: z.ZodType<Certificate[]> = z.array(
  z.object({
    limits: riskLimits.pick({ riskLimit: true, confidenceLevel: true }),
    result: certificationResult,
  }),
);

/** What a version made of its test set, and the certificates that follow from it. */
export interface JudgedVersion {
  outcomes: TestSetOutcome[];
  limitTable: Certificate[];
}

/** Stores it in place of what was stored before. */
export async function keepCalibration(
  tx: Transaction,
  workspaceId: string,
  modelVersionId: string,
  { outcomes, limitTable }: JudgedVersion,
): Promise<void> {
  const kept = {
    outcomes: outcomes.map((outcome) => ({ ...outcome })),
    nCalibration: outcomes.length,
    nOutOfScope: outcomes.filter(({ oos }) => oos).length,
    limitTable: tableColumn(limitTable),
  };
  await tx.calibrationSet.upsert({
    where: { modelVersionId },
    create: { modelVersionId, workspaceId, ...kept },
    update: { ...kept, judgedAt: new Date() },
  });
}

export function tableColumn(limitTable: readonly Certificate[]): Prisma.InputJsonValue {
  return limitTable.map(({ limits, result }) => ({ limits: { ...limits }, result: { ...result } }));
}

/** Empty while the version has not been tested. */
export function tableFrom(row: { limitTable: unknown } | null): Certificate[] {
  return row ? storedTable.parse(row.limitTable) : [];
}
