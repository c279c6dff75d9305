import { uuidv7 } from 'uuidv7';
import type { GateCheck, ModelMethod, ModelMetrics } from '#contracts';
import { lockWorkspace, type ModelVersion, type Transaction } from '#database';
import { keepCalibration, type JudgedVersion } from '../limits/calibration-sets.js';

export interface NewVersion extends JudgedVersion {
  workspaceId: string;
  method: ModelMethod;
  nExamples: number;
  metrics: ModelMetrics | null;
  gate: GateCheck[];
  /** The active version it was compared with. */
  parentId: string | null;
  snapshotId: string;
}

/** The workspace's next version, a candidate. `checksum` identifies its folder. */
export async function createVersion(tx: Transaction, version: NewVersion, checksum: string): Promise<ModelVersion> {
  const { metrics, gate, outcomes, limitTable, ...rest } = version;
  const { workspaceId } = version;
  await lockWorkspace(tx, workspaceId);
  const latest = await tx.modelVersion.aggregate({ where: { workspaceId }, _max: { version: true } });
  const created = await tx.modelVersion.create({
    data: {
      ...rest,
      id: uuidv7(),
      version: (latest._max.version ?? 0) + 1,
      stage: 'candidate',
      checksum,
      metrics: metrics ?? undefined,
      gate: gate.map((check) => ({ ...check })),
    },
  });
  await keepCalibration(tx, workspaceId, created.id, { outcomes, limitTable });
  return created;
}
