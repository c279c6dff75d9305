import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { BatonError, gateCheck, modelMetrics, type ModelVersionView } from '#contracts';
import { DATABASE, lockWorkspace, type Database, type ModelVersion, type Transaction } from '#database';
import { tellWebhooks } from '#webhooks';
import { tableFrom } from '../limits/calibration-sets.js';
import { certificationOf, servingRule, type ThresholdRule } from '../limits/certificate.js';
import { defaultLimits, readLimits } from '../limits/threshold-policies.js';

export type ActiveVersion = Pick<ModelVersion, 'id' | 'workspaceId' | 'version' | 'checksum'> & { rule: ThresholdRule };

/** All that serving by a version takes. */
const served = {
  ...{ id: true, workspaceId: true, version: true, checksum: true },
  calibration: { select: { limitTable: true } },
} as const;

/** Who activates: a user, or the platform itself by its gate. */
export type Activator = { type: 'user'; userId: string } | { type: 'system' };

/** Model versions as rows: which there are, and which one answers. Their files are in #model-artifacts. */
@Injectable()
export class ModelRegistry {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** The active version of every workspace, or of one. */
  async activeVersions(workspaceId?: string): Promise<ActiveVersion[]> {
    const [versions, policies] = await Promise.all([
      this.db.modelVersion.findMany({ where: { stage: 'active', workspaceId }, select: served }),
      this.db.thresholdPolicy.findMany({ where: { workspaceId } }),
    ]);
    return versions.map(({ calibration, ...version }) => {
      const limits = policies.find((policy) => policy.workspaceId === version.workspaceId) ?? defaultLimits;
      return { ...version, rule: servingRule(tableFrom(calibration), limits) };
    });
  }

  /**
   * The versions that answered before the active one, the last to do so first: what may serve when the active one does not load. Each
   * serves by its own certificates.
   */
  async formerVersions({ id, workspaceId }: ActiveVersion): Promise<ActiveVersion[]> {
    const [versions, limits] = await Promise.all([
      this.db.modelVersion.findMany({
        where: { workspaceId, id: { not: id }, activatedAt: { not: null }, droppedAt: null },
        orderBy: { activatedAt: 'desc' },
        select: served,
      }),
      readLimits(this.db, workspaceId),
    ]);
    return versions.map(({ calibration, ...version }) => ({
      ...version,
      rule: servingRule(tableFrom(calibration), limits),
    }));
  }

  /** Makes a version the one that answers; workers notice within a second. Throws MODEL_UNKNOWN, MODEL_DROPPED. */
  async activate(workspaceId: string, id: string, by: Activator): Promise<void> {
    await this.db.$transaction((tx) => activate(tx, workspaceId, id, by, 'model.activate'));
  }

  /**
   * Makes `id` the one that answers if `judgedAgainst` still is (null: none is). False: people have activated another meanwhile, and
   * theirs stays.
   */
  async promote(workspaceId: string, id: string, judgedAgainst: string | null): Promise<boolean> {
    return this.db.$transaction(async (tx) => {
      await lockWorkspace(tx, workspaceId);
      const active = await tx.modelVersion.findFirst({ where: { workspaceId, stage: 'active' } });
      if ((active?.id ?? null) !== judgedAgainst) return false;
      await activate(tx, workspaceId, id, { type: 'system' }, 'model.activate');
      return true;
    });
  }

  /** Back to the version that was active before the present one. Throws MODEL_UNKNOWN when there is none. */
  async rollback(workspaceId: string, by: Activator): Promise<void> {
    await this.db.$transaction(async (tx) => {
      await lockWorkspace(tx, workspaceId);
      const before = await tx.modelVersion.findFirst({
        where: { workspaceId, stage: 'retired', activatedAt: { not: null } },
        orderBy: { activatedAt: 'desc' },
      });
      if (!before) throw new BatonError('MODEL_UNKNOWN');
      await activate(tx, workspaceId, before.id, by, 'model.rollback');
    });
  }

  /** Newest first. */
  async list(workspaceId: string): Promise<ModelVersionView[]> {
    const versions = await this.db.modelVersion.findMany({ where: { workspaceId }, orderBy: { version: 'desc' } });
    return versions.map((version) => ({
      id: version.id,
      version: version.version,
      stage: version.stage,
      method: version.method,
      nExamples: version.nExamples,
      metrics: modelMetrics.nullable().parse(version.metrics),
      gate: gateCheck.array().parse(version.gate),
      parentId: version.parentId,
      createdAt: version.createdAt.toISOString(),
      activatedAt: version.activatedAt?.toISOString() ?? null,
    }));
  }
}

/** The version's certificates come with it. If none is about the present limits, the trainer computes one. */
async function activate(
  tx: Transaction,
  workspaceId: string,
  id: string,
  by: Activator,
  action: string,
): Promise<void> {
  await lockWorkspace(tx, workspaceId);
  const version = await tx.modelVersion.findFirst({
    where: { id, workspaceId },
    include: { calibration: { select: { limitTable: true } } },
  });
  if (!version) throw new BatonError('MODEL_UNKNOWN');
  if (version.stage === 'active') return;
  if (version.droppedAt) throw new BatonError('MODEL_DROPPED');
  const [replaced] = await tx.modelVersion.updateManyAndReturn({
    where: { workspaceId, stage: 'active' },
    data: { stage: 'retired' },
  });
  await tx.modelVersion.update({ where: { id }, data: { stage: 'active', activatedAt: new Date() } });
  await tellWebhooks(tx, workspaceId, 'model.activated', { modelVersionId: id });
  const certification = certificationOf(tableFrom(version.calibration), await readLimits(tx, workspaceId));
  await tx.auditEvent.create({
    data: {
      id: uuidv7(),
      workspaceId,
      actorType: by.type,
      actorId: by.type === 'user' ? by.userId : null,
      action,
      subjectType: 'model_version',
      subjectId: id,
      data: { version: version.version, replaced: replaced?.version ?? null, certification },
    },
  });
}
