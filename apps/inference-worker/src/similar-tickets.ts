import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DATABASE, type Database } from '#database';
import { repeat, type Repetition } from '#observability';
import { modelInput } from '#slm';
import { MessageFailed, type LiveModel } from './model/live-model.js';
import { ModelWatcher } from './model/model-watcher.js';

/** The newest resolved tickets that a message is compared with. */
const maxTickets = 2000;
const shown = 3;
/** Below this cosine two messages have little in common. */
const leastSimilarity = 0.4;
const refreshMs = 5000;

interface Index {
  versionId: string;
  /** Changes whenever the tickets do. */
  state: string;
  /** Null: the model cannot embed this ticket. */
  vectors: Map<string, Float32Array | null>;
}

/** Resolved tickets with the reply that closed them, in memory by workspace, so that an escalation names the nearest. */
@Injectable()
export class SimilarTickets implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('similar tickets');
  private readonly indexes = new Map<string, Index>();
  private refreshing?: Repetition;
  private stopped = false;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly models: ModelWatcher,
  ) {}

  onApplicationBootstrap(): void {
    void this.models.tried.then(() => {
      if (!this.stopped)
        this.refreshing = repeat(
          () => this.refresh(),
          () => refreshMs,
          this.logger,
        );
    });
  }

  beforeApplicationShutdown(): void {
    this.stopped = true;
    void this.refreshing?.stop();
  }

  /** Nearest first; nothing while the tickets are not yet embedded by this version. */
  nearest(
    workspaceId: string,
    versionId: string,
    embedding: Float32Array,
  ): { exampleId: string; similarity: number }[] {
    const index = this.indexes.get(workspaceId);
    if (index?.versionId !== versionId) return [];
    return [...index.vectors]
      .map(([exampleId, vector]) => ({ exampleId, similarity: vector ? dot(vector, embedding) : 0 }))
      .filter(({ similarity }) => similarity >= leastSimilarity)
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, shown);
  }

  private async refresh(): Promise<void> {
    const workspaces = await this.db.workspace.findMany({ select: { id: true } });
    for (const { id } of workspaces) {
      const model = this.models.serving(id);
      if (model && !this.stopped) this.indexes.set(id, await this.build(id, model));
    }
  }

  /** One ticket at a time, and only while no visitor's message waits for the model. */
  private async build(workspaceId: string, model: LiveModel): Promise<Index> {
    const before = this.indexes.get(workspaceId);
    const current = before?.versionId === model.versionId ? before : undefined;
    const where = { workspaceId, reply: { not: null } } as const;
    const { _count: n, _max: newest } = await this.db.trainingExample.aggregate({
      where,
      _count: true,
      _max: { createdAt: true },
    });
    const state = `${n} ${newest.createdAt?.getTime() ?? 0}`;
    if (current?.state === state) return current;
    const tickets = await this.db.trainingExample.findMany({
      where,
      select: { id: true, text: true },
      orderBy: { createdAt: 'desc' },
      take: maxTickets,
    });
    const vectors = new Map<string, Float32Array | null>();
    for (const { id, text } of tickets) {
      const known = current?.vectors.get(id);
      vectors.set(id, known === undefined ? await embedded(modelInput(text).text, model) : known);
    }
    return { versionId: model.versionId, state, vectors };
  }
}

/** A ticket that the model fails over is asked about once, lest every refresh ends its process again. */
async function embedded(text: string, model: LiveModel): Promise<Float32Array | null> {
  try {
    return await model.embed(text);
  } catch (error) {
    if (error instanceof MessageFailed) return null;
    throw error;
  }
}

/** Both of length 1: the cosine. */
function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
