import type { Transaction } from '#database';

/**
 * What has been said about an intent that goes is said about the other one from now on; about none where it is null. A label that
 * named it says nothing then; one that corrected either of the two to the other confirms.
 */
export async function moveReferences(
  tx: Transaction,
  workspaceId: string,
  from: string,
  into: string | null,
): Promise<void> {
  await tx.resolution.updateMany({
    where: { workspaceId, intentId: from },
    data: { intentId: into, ...(into === null && { kind: 'unlabelled' as const }) },
  });
  await tx.resolution.updateMany({
    where: { workspaceId, predictedIntentId: from },
    data: { predictedIntentId: into },
  });
  if (into !== null) {
    const agrees = { workspaceId, intentId: into, predictedIntentId: into };
    await tx.resolution.updateMany({ where: { ...agrees, kind: 'corrected' }, data: { kind: 'confirmed' } });
  }
  const labels = { workspaceId, intentId: from };
  if (into === null) await tx.intentLabel.deleteMany({ where: labels });
  else await tx.intentLabel.updateMany({ where: labels, data: { intentId: into } });
  await tx.intentLabel.updateMany({
    where: { workspaceId, predictedIntentId: from },
    data: { predictedIntentId: into },
  });
  await tx.decision.updateMany({ where: { workspaceId, intentId: from }, data: { intentId: into } });
  await tx.trainingExample.updateMany({
    where: { workspaceId, suspectedIntentId: from },
    data: { suspectedIntentId: into, ...(into === null && { suspicion: null }) },
  });
  if (into !== null) {
    await tx.trainingExample.updateMany({
      where: { workspaceId, suspectedIntentId: into, intentId: into },
      data: { suspectedIntentId: null, suspicion: null },
    });
  }
}
