import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { bulkhead } from 'cockatiel';
import { Gauge } from 'prom-client';
import { ModelArtifacts } from '#model-artifacts';
import { ModelRegistry, type ActiveVersion, type ThresholdRule } from '#model-registry';
import { metrics, repeat, type Repetition } from '#observability';
import { LiveModel } from './live-model.js';

/** A promoted or rolled-back version is served after this time and its loading, ms. */
const lookEveryMs = 1000;
/** While there is nothing to serve, the first version is waited for, ms. */
const lookForFirstEveryMs = 200;
/** A version that could not be loaded is tried again after this long, twice as long each time up to the longest, ms. */
const [retryMs, longestRetryMs] = [1000, 30_000];
/** At the start nobody waits longer than this for the versions of others, ms. */
const patienceMs = 3000;

const fallbacks = new Gauge({
  name: 'baton_model_fallback',
  help: '1 while an older version serves because the active one cannot be loaded',
  labelNames: ['workspace'],
  registers: [metrics],
});

/**
 * Keeps the active version of every workspace live. A new one is fetched, verified and warmed up beside the old one, takes
 * its place between two messages, and the old one is released; one that cannot be loaded never replaces one that works. Where
 * none works, the version that was active before serves until the active one can be loaded.
 */
@Injectable()
export class ModelWatcher implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('models');
  private readonly live = new Map<string, LiveModel>();
  /** As last read, by workspace. */
  private active?: Map<string, ActiveVersion>;
  /** Attempts that go on, by workspace. */
  private readonly attempts = new Map<string, Promise<void>>();
  private readonly failures = new Map<string, { count: number; at: number }>();
  private readonly fetching = bulkhead(1, Infinity);
  private readonly loading = bulkhead(availableParallelism(), Infinity);
  private looking?: Repetition;
  private announceTried!: () => void;
  /** Resolves when every active version is live or has failed to load, or when that takes too long. */
  readonly tried = new Promise<void>((resolve) => (this.announceTried = resolve));

  constructor(
    private readonly registry: ModelRegistry,
    private readonly artifacts: ModelArtifacts,
  ) {}

  onApplicationBootstrap(): void {
    const every = () => (this.live.size > 0 ? lookEveryMs : lookForFirstEveryMs);
    this.looking = repeat(() => this.update(), every, this.logger);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.looking?.stop();
    for (const model of this.live.values()) model.release();
  }

  /** The model that serves a workspace; undefined when none can. */
  serving(workspaceId: string): LiveModel | undefined {
    const model = this.live.get(workspaceId);
    return model?.alive ? model : undefined;
  }

  /** Whether a workspace has an active version, so that waiting for it is worth while. */
  expected(workspaceId: string): boolean {
    return this.active?.has(workspaceId) ?? true;
  }

  /**
   * Every workspace that has an active version is served. 'degraded': one by an older version, or no workspace has a version yet, so
   * that people answer everything.
   */
  async ready(): Promise<boolean | 'degraded'> {
    const active = await this.registry.activeVersions();
    if (!active.every(({ workspaceId }) => this.serving(workspaceId))) return false;
    return active.length === 0 || active.some(({ id }) => this.failures.has(id)) ? 'degraded' : true;
  }

  private async update(): Promise<void> {
    const versions = await this.registry.activeVersions();
    const isFirst = !this.active;
    this.active = new Map(versions.map((version) => [version.workspaceId, version]));
    for (const version of versions) this.follow(version);
    this.dropOthers(this.active);
    if (isFirst) void Promise.race([Promise.all(this.attempts.values()), pause(patienceMs)]).then(this.announceTried);
  }

  private follow(version: ActiveVersion): void {
    const { id, workspaceId } = version;
    const serving = this.serving(workspaceId);
    if (serving) serving.rule = ruleFor(serving, version);
    const serves = serving?.versionId === id;
    if (serves) this.failures.delete(id);
    fallbacks.set({ workspace: workspaceId }, serving && this.failures.has(id) ? 1 : 0);
    if (serves || this.attempts.has(workspaceId) || !this.isDue(id)) return;
    const attempt = this.bringUp(version)
      .catch((error: Error) => this.logger.warn(error.message)) // PostgreSQL is away: the next time is soon
      .finally(() => this.attempts.delete(workspaceId));
    this.attempts.set(workspaceId, attempt);
  }

  /** Of workspaces that have no active version any more. */
  private dropOthers(active: ReadonlyMap<string, ActiveVersion>): void {
    for (const [workspaceId, model] of this.live) {
      if (active.has(workspaceId)) continue;
      this.live.delete(workspaceId);
      model.release();
    }
  }

  private isDue(versionId: string): boolean {
    const failed = this.failures.get(versionId);
    return !failed || performance.now() - failed.at >= Math.min(longestRetryMs, retryMs * 2 ** (failed.count - 1));
  }

  private async bringUp(version: ActiveVersion): Promise<void> {
    if (await this.load(version)) return;
    this.failures.set(version.id, { count: (this.failures.get(version.id)?.count ?? 0) + 1, at: performance.now() });
    if (!this.serving(version.workspaceId)) await this.fallBack(version);
  }

  private async fallBack(version: ActiveVersion): Promise<void> {
    for (const former of await this.registry.formerVersions(version)) {
      if (!(await this.load(former))) continue;
      this.logger.error(
        `Version ${former.version} serves workspace ${version.workspaceId} in place of version ${version.version}, which cannot be loaded`,
      );
      return;
    }
  }

  /** Resolves to whether it serves now. */
  private async load(version: ActiveVersion): Promise<boolean> {
    const { workspaceId } = version;
    try {
      const fetched = () => this.fetching.execute(() => this.artifacts.fetch(version));
      const next = await this.loading.execute(() => LiveModel.start(version, fetched()));
      this.live.get(workspaceId)?.release();
      this.live.set(workspaceId, next);
      return true;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.logger.error(`Version ${version.version} of workspace ${workspaceId} is not served: ${why}`);
      return false;
    }
  }
}

/** A certificate never passes to another version: one that serves on, because the next cannot be loaded, keeps its own. */
export function ruleFor(serving: Pick<LiveModel, 'versionId' | 'rule'>, active: ActiveVersion): ThresholdRule {
  return serving.versionId === active.id ? active.rule : { ...serving.rule, certifiedOnly: active.rule.certifiedOnly };
}
