import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import {
  BatonError,
  ModelError,
  modelMetrics,
  type ModelMetrics,
  type ModelVersionView,
  type GateCheck,
} from '#contracts';
import { checksumFile, isIntact } from '#artifacts';
import { DATABASE, Prisma, type Database, type ModelVersion, type Transaction } from '#database';
import { readArtifacts, writeArtifacts } from './artifacts.js';
import type { TestSetOutcome } from './certification.js';
import { certifyVersion, keepOutcomes } from './certify-version.js';
import { modelCache } from './superseded.js';
import { lockWorkspace } from './workspace-lock.js';

export interface NewVersion {
  workspaceId: string;
  /** A model folder as `train` writes it. */
  dir: string;
  method: string;
  nExamples: number;
  metrics: ModelMetrics | null;
  gate: GateCheck[];
  /** What it made of the messages of the test set. */
  outcomes: TestSetOutcome[];
  /** The active version it was compared with. */
  parentId: string | null;
  snapshotId: string;
}

/** From which confidence a version may answer, by the policy of its workspace. */
export interface ThresholdRule {
  /** Certified for this very version; null: none is. */
  certified: number | null;
  /** Without a certified one it answers nothing, rather than by its own. */
  certifiedOnly: boolean;
}

export type ActiveVersion = Pick<ModelVersion, 'id' | 'workspaceId' | 'version' | 'checksum'> & { rule: ThresholdRule };

/** Who activates: a user, or the platform itself by its gate. */
export type Activator = { type: 'user'; userId: string } | { type: 'system' };

/** Large folders are written in one transaction, ms. */
const registerTimeoutMs = 60_000;

/** Model versions and their files. PostgreSQL holds both, so that replicas share nothing else. */
@Injectable()
export class ModelRegistry {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** Stores the folder as the workspace's next version, a candidate. */
  async register({ dir, ...version }: NewVersion): Promise<ModelVersion> {
    const { checksum, artifacts } = await readArtifacts(dir);
    if (!(await isIntact(dir, checksum))) throw new ModelError('MODEL_CHECKSUM', { dir, file: checksumFile });
    const { workspaceId } = version;
    const { metrics, gate, outcomes, ...rest } = version;
    return this.db.$transaction(
      async (tx) => {
        await lockWorkspace(tx, workspaceId);
        const latest = await tx.modelVersion.aggregate({ where: { workspaceId }, _max: { version: true } });
        const registered = await tx.modelVersion.create({
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
        await tx.modelArtifact.createMany({
          data: artifacts.map((artifact) => ({ ...artifact, workspaceId, modelVersionId: registered.id })),
        });
        await keepOutcomes(tx, workspaceId, registered.id, outcomes);
        return registered;
      },
      { timeout: registerTimeoutMs },
    );
  }

  /** The active version of every workspace, or of one. */
  async activeVersions(workspaceId?: string): Promise<ActiveVersion[]> {
    const one = workspaceId === undefined ? Prisma.empty : Prisma.sql`AND version."workspaceId" = ${workspaceId}::uuid`;
    const rows = await this.db.$queryRaw<(Omit<ActiveVersion, 'rule'> & ThresholdRule)[]>`
      SELECT version.id, version."workspaceId", version.version, version.checksum,
        CASE WHEN policy."modelVersionId" = version.id THEN policy.threshold END AS certified,
        coalesce(policy."certifiedOnly", false) AS "certifiedOnly"
      FROM model_version version LEFT JOIN threshold_policy policy ON policy."workspaceId" = version."workspaceId"
      WHERE version.stage = 'active' ${one}`;
    return rows.map(({ certified, certifiedOnly, ...version }) => ({ ...version, rule: { certified, certifiedOnly } }));
  }

  /**
   * The versions that answered before the active one, the last to do so first: what may serve when the active one does not load. No
   * certificate is theirs.
   */
  async formerVersions({ id, workspaceId, rule }: ActiveVersion): Promise<ActiveVersion[]> {
    const versions = await this.db.modelVersion.findMany({
      where: { workspaceId, id: { not: id }, activatedAt: { not: null } },
      orderBy: { activatedAt: 'desc' },
      select: { id: true, workspaceId: true, version: true, checksum: true },
    });
    return versions.map((version) => ({ ...version, rule: { ...rule, certified: null } }));
  }

  /** Moves a registered version's own folder into this machine's cache, so that an inference worker beside need not fetch it. */
  async keep({ checksum }: Pick<ModelVersion, 'checksum'>, dir: string): Promise<void> {
    const cached = cacheOf(checksum);
    if (await isIntact(cached, checksum)) return;
    await rm(cached, { recursive: true, force: true });
    await mkdir(dirname(cached), { recursive: true });
    await rename(dir, cached);
  }

  /** The version's folder in this machine's cache, every byte checked; fetched first when it is not there or damaged. */
  async fetch({ id, checksum }: Pick<ModelVersion, 'id' | 'checksum'>): Promise<string> {
    const dir = cacheOf(checksum);
    if (await isIntact(dir, checksum)) return dir;
    const files = await this.db.modelArtifact.findMany({ where: { modelVersionId: id }, select: { path: true } });
    const artifacts = [];
    for (const { path } of files) {
      // File by file: each statement has a deadline, and a slow network takes its time for a whole model.
      const key = { modelVersionId: id, path };
      artifacts.push(await this.db.modelArtifact.findUniqueOrThrow({ where: { modelVersionId_path: key } }));
    }
    await writeArtifacts(dir, artifacts);
    if (!(await isIntact(dir, checksum))) throw new ModelError('MODEL_CHECKSUM', { dir, file: checksumFile });
    return dir;
  }

  /**
   * A version was judged again, on the test set of today. The threshold of the active version is certified on it at once. Throws
   * MODEL_UNKNOWN.
   */
  async judgedAgain(workspaceId: string, id: string, outcomes: TestSetOutcome[]): Promise<void> {
    await this.db.$transaction(async (tx) => {
      await lockWorkspace(tx, workspaceId);
      const version = await tx.modelVersion.findFirst({ where: { id, workspaceId } });
      if (!version) throw new BatonError('MODEL_UNKNOWN');
      await keepOutcomes(tx, workspaceId, id, outcomes);
      if (version.stage === 'active') await certifyVersion(tx, workspaceId, id);
    });
  }

  /** Makes a version the one that answers; workers notice within a second. Throws MODEL_UNKNOWN, MODEL_DROPPED. */
  async activate(workspaceId: string, id: string, by: Activator): Promise<void> {
    await this.db.$transaction((tx) => activate(tx, workspaceId, id, by, 'model.activate'));
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
      gate: version.gate as unknown as GateCheck[],
      createdAt: version.createdAt.toISOString(),
      activatedAt: version.activatedAt?.toISOString() ?? null,
    }));
  }
}

function cacheOf(checksum: string): string {
  return join(modelCache(), checksum);
}

async function activate(
  tx: Transaction,
  workspaceId: string,
  id: string,
  by: Activator,
  action: string,
): Promise<void> {
  await lockWorkspace(tx, workspaceId);
  const version = await tx.modelVersion.findFirst({ where: { id, workspaceId } });
  if (!version) throw new BatonError('MODEL_UNKNOWN');
  if (version.stage === 'active') return;
  if (version.droppedAt) throw new BatonError('MODEL_DROPPED');
  const [replaced] = await tx.modelVersion.updateManyAndReturn({
    where: { workspaceId, stage: 'active' },
    data: { stage: 'retired' },
  });
  await tx.modelVersion.update({ where: { id }, data: { stage: 'active', activatedAt: new Date() } });
  const certification = await certifyVersion(tx, workspaceId, id);
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
