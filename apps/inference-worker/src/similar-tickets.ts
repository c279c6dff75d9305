import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DATABASE, type Database } from '#database';
import { repeat, type Repetition } from '#observability';
import { modelInput } from '#personal-data';
import { dot } from '#statistics';
import { MessageFailed, type LiveModel } from './model/live-model.js';
import { ModelWatcher } from './model/model-watcher.js';

/** The newest resolved tickets, and the newest rows of any kind, that a message is compared with. */
const mostResolved = 2000;
const mostRows = 10_000;
const shownResolved = 3;
const shownRows = 5;
/**
 * Nearest rows of this cosine and above have the intent of the demo shop's held-out messages in 82 of 100 cases, those from .4 to .6 in 48 (base
 * encoder, 545 messages).
 */
const leastSimilarity = 0.65;
const refreshMs = 1500;
/** Then rows that were added or changed since come first again, ms. */
const turnMs = 2000;

export interface Near {
  exampleId: string;
  similarity: number;
}

interface Row {
  text: string;
  /** By an agent's reply. */
  resolved: boolean;
  /** Null: the model cannot embed this text. */
  vector: Float32Array | null;
}

interface Index {
  versionId: string;
  /** Changes whenever the rows do; undefined while some of them are still to be embedded. */
  state?: string;
  rows: Map<string, Row>;
}

/** Training rows in memory by workspace, so that an escalation names the nearest resolved tickets, and a trial the nearest rows. */
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
    const pause = () => ([...this.indexes.values()].some(({ state }) => state === undefined) ? 0 : refreshMs);
    void this.models.tried.then(() => {
      if (!this.stopped) this.refreshing = repeat(() => this.refresh(), pause, this.logger);
    });
  }

  beforeApplicationShutdown(): void {
    this.stopped = true;
    void this.refreshing?.stop();
  }

  /** Resolved tickets, nearest first, among those that this version has embedded so far. */
  nearest(workspaceId: string, versionId: string, embedding: Float32Array): Near[] {
    const tickets = this.rows(workspaceId, versionId).filter(([, { resolved }]) => resolved);
    return nearestOf(tickets, embedding, shownResolved).filter(({ similarity }) => similarity >= leastSimilarity);
  }

  /** Rows of any kind, nearest first, among those that this version has embedded so far. */
  nearestRows(workspaceId: string, versionId: string, embedding: Float32Array): Near[] {
    return nearestOf(this.rows(workspaceId, versionId), embedding, shownRows);
  }

  private rows(workspaceId: string, versionId: string): [string, Row][] {
    const index = this.indexes.get(workspaceId);
    return index?.versionId === versionId ? [...index.rows] : [];
  }

  private async refresh(): Promise<void> {
    const workspaces = await this.db.workspace.findMany({ select: { id: true } });
    for (const { id } of workspaces) {
      const model = this.models.serving(id);
      if (model && !this.stopped) await this.update(id, model);
      else this.indexes.delete(id);
    }
  }

  /** One row at a time, and only while no visitor's message waits for the model. */
  private async update(workspaceId: string, model: LiveModel): Promise<void> {
    const { versionId } = model;
    const former = this.indexes.get(workspaceId);
    const known = former?.versionId === versionId ? former : undefined;
    const state = await this.state(workspaceId);
    if (known?.state === state) return;
    const present = await this.read(workspaceId);
    const kept = present.flatMap(({ id, text, reply }): [string, Row][] => {
      const row = known?.rows.get(id);
      return row?.text === text ? [[id, { ...row, resolved: reply !== null }]] : [];
    });
    const index: Index = { versionId, rows: new Map(kept) };
    this.indexes.set(workspaceId, index);
    const until = performance.now() + turnMs;
    for (const { id, text, reply } of present) {
      if (index.rows.has(id)) continue;
      if (this.stopped || performance.now() > until) return;
      index.rows.set(id, { text, resolved: reply !== null, vector: await embedded(modelInput(text).text, model) });
    }
    index.state = state;
  }

  private async state(workspaceId: string): Promise<string> {
    const { _count: n, _max: newest } = await this.db.trainingExample.aggregate({
      where: { workspaceId },
      _count: true,
      _max: { createdAt: true, changedAt: true },
    });
    return [n, newest.createdAt?.getTime(), newest.changedAt?.getTime()].join(' ');
  }

  /** Resolved ones first, newest first. */
  private async read(workspaceId: string): Promise<{ id: string; text: string; reply: string | null }[]> {
    const newest = { select: { id: true, text: true, reply: true }, orderBy: { createdAt: 'desc' } } as const;
    const [resolved, rows] = await Promise.all([
      this.db.trainingExample.findMany({
        where: { workspaceId, reply: { not: null } },
        take: mostResolved,
        ...newest,
      }),
      this.db.trainingExample.findMany({ where: { workspaceId }, take: mostRows, ...newest }),
    ]);
    return [...resolved, ...rows];
  }
}

/** A row that the model fails over is asked about once, lest every refresh ends its process again. */
async function embedded(text: string, model: LiveModel): Promise<Float32Array | null> {
  try {
    return await model.embed(text);
  } catch (error) {
    if (error instanceof MessageFailed) return null;
    throw error;
  }
}

function nearestOf(rows: [string, Row][], embedding: Float32Array, count: number): Near[] {
  return rows
    .flatMap(([exampleId, { vector }]) => (vector ? [{ exampleId, similarity: dot(vector, embedding) }] : []))
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, count);
}
