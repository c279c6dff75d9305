import { Worker } from 'node:worker_threads';
import type { ActiveVersion, ThresholdRule } from '#model-registry';
import type { Prediction } from '#slm';
import { thresholdOf, type ModelPolicy } from '#decision';

export type Classified = Omit<Prediction, 'features' | 'latencyMs'>;

/** Carried out in the order of their sending. */
export type ThreadOrder = { type: 'classify'; id: number; text: string; previous?: string } | { type: 'release' };
export type ThreadReply =
  | { type: 'ready'; policy: ModelPolicy }
  | { type: 'classified'; id: number; classified: Classified }
  | { type: 'failed'; id: number; error: string };

/** A session that has not answered by then is taken for hung, ms. */
const answerDeadlineMs = 5000;

interface Waiting {
  resolve: (classified: Classified) => void;
  reject: (error: Error) => void;
}

/** One model version, live in its own thread. */
export class LiveModel {
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 1;
  private ended = false;

  /** `rule` is what the workspace says about this version; the watcher keeps it current. */
  private constructor(
    readonly versionId: string,
    public rule: ThresholdRule,
    private readonly own: ModelPolicy,
    private readonly thread: Worker,
  ) {
    thread.on('message', (reply: ThreadReply) => this.settle(reply));
    thread.on('error', () => undefined); // 'exit' follows
    thread.on('exit', () => this.end());
  }

  /** Loads, verifies and warms up the model in `dir`; rejects with a sentence when it is damaged or unfit. */
  static async start({ id, rule }: Pick<ActiveVersion, 'id' | 'rule'>, dir: string): Promise<LiveModel> {
    const thread = new Worker(new URL('./model-thread.js', import.meta.url), { workerData: { dir } });
    const policy = await new Promise<ModelPolicy>((resolve, reject) => {
      thread.once('message', (reply: ThreadReply) => reply.type === 'ready' && resolve(reply.policy));
      thread.once('error', reject);
      thread.once('exit', () => reject(new Error('Its thread ended while it was loading')));
    });
    return new LiveModel(id, rule, policy, thread);
  }

  get policy(): ModelPolicy {
    return { ...this.own, threshold: thresholdOf(this.own.threshold, this.rule) };
  }

  /** False once its thread has ended, by a crash too. */
  get alive(): boolean {
    return !this.ended;
  }

  /** Rejects when the thread ends before it has answered. */
  async classify(text: string, previous?: string): Promise<Classified> {
    const id = this.nextId++;
    const hung = setTimeout(() => void this.thread.terminate(), answerDeadlineMs);
    try {
      return await new Promise<Classified>((resolve, reject) => {
        if (this.ended) reject(new Error('The model has ended'));
        this.waiting.set(id, { resolve, reject });
        this.thread.postMessage({ type: 'classify', id, text, previous } satisfies ThreadOrder);
      });
    } finally {
      clearTimeout(hung);
      this.waiting.delete(id);
    }
  }

  /** Ends the thread once it has answered what it was asked before. */
  release(): void {
    this.thread.postMessage({ type: 'release' } satisfies ThreadOrder);
  }

  private settle(reply: ThreadReply): void {
    if (reply.type === 'classified') this.waiting.get(reply.id)?.resolve(reply.classified);
    if (reply.type === 'failed') this.waiting.get(reply.id)?.reject(new Error(reply.error));
  }

  private end(): void {
    this.ended = true;
    for (const { reject } of this.waiting.values()) reject(new Error('The thread of the model ended'));
  }
}
