import { Injectable, Logger, type OnApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { ModelArtifacts } from '#model-artifacts';
import { ModelRegistry, type ActiveVersion, type ThresholdRule } from '#model-registry';
import { repeat, type Repetition } from '#observability';
import { LiveModel } from './live-model.js';

/** A promoted or rolled-back version is served after this time and its loading, ms. */
const lookEveryMs = 1000;
/** While there is nothing to serve, the first version is waited for, ms. */
const lookForFirstEveryMs = 200;
/** A version that could not be loaded is tried again after this long, ms. */
const retryMs = 30_000;

/**
 * Keeps the active version of every workspace live. A new one is fetched, verified and warmed up beside the old one, takes
 * its place between two messages, and the old one is released; one that cannot be loaded never replaces one that works.
 */
@Injectable()
export class ModelWatcher implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('models');
  private readonly live = new Map<string, LiveModel>();
  private readonly failedAt = new Map<string, number>();
  private looking?: Repetition;
  private announceFirst!: () => void;
  /** Resolves when there is something to serve. */
  readonly first = new Promise<void>((resolve) => (this.announceFirst = resolve));

  constructor(
    private readonly registry: ModelRegistry,
    private readonly artifacts: ModelArtifacts,
  ) {}

  onApplicationBootstrap(): void {
    const pause = () => (this.live.size > 0 ? lookEveryMs : lookForFirstEveryMs);
    this.looking = repeat(() => this.update(), pause, this.logger);
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

  /** Every workspace that has an active version is served, and there is at least one. */
  async ready(): Promise<boolean> {
    const active = await this.registry.activeVersions();
    return active.length > 0 && active.every(({ workspaceId }) => this.serving(workspaceId));
  }

  private async update(): Promise<void> {
    for (const version of await this.registry.activeVersions()) {
      const serving = this.serving(version.workspaceId);
      if (serving) serving.rule = ruleFor(serving, version);
      const triedRecently = Date.now() - (this.failedAt.get(version.id) ?? 0) < retryMs;
      if (serving?.versionId === version.id || triedRecently) continue;
      try {
        await this.swap(version);
      } catch (error) {
        this.failedAt.set(version.id, Date.now());
        this.logger.error(`Version ${version.version} is not served: ${error instanceof Error ? error.message : ''}`);
      }
    }
  }

  private async swap(version: ActiveVersion): Promise<void> {
    const next = await LiveModel.start(version, await this.artifacts.fetch(version));
    const old = this.live.get(version.workspaceId);
    this.live.set(version.workspaceId, next);
    old?.release();
    this.failedAt.delete(version.id);
    this.logger.log(`Version ${version.version} is live`);
    this.announceFirst();
  }
}

/** A certificate never passes to another version: one that serves on, because the next cannot be loaded, keeps its own. */
export function ruleFor(serving: Pick<LiveModel, 'versionId' | 'rule'>, active: ActiveVersion): ThresholdRule {
  return serving.versionId === active.id ? active.rule : { ...serving.rule, certifiedOnly: active.rule.certifiedOnly };
}
