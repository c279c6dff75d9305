import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Similarity } from '#contracts';
import type { ModelInput } from '#personal-data';
import type { Prediction } from '#slm';
import { Countdown } from '#observability';
import type { Compare, ModelPolicy } from '#decision';
import { modelChild } from './fork-model.js';

export type Classified = Omit<Prediction, 'features' | 'latencyMs'>;

/** What a version brings by itself: what serves depends on its certificates. */
export type OwnPolicy = Pick<ModelPolicy, 'threshold' | 'oosLimit'>;

/** The first thing that the child is told: the model's folder. */
export interface LoadOrder {
  dir: string;
}

/** What a message is compared with. */
export type Comparison = Omit<Compare, 'kind'>;

/** A message to classify, or to compare. */
export interface ChildOrder extends ModelInput {
  id: number;
  compare?: Comparison;
}

/** `listening` comes first. `taken` comes before the work on an order, `alive` at intervals, `unfit` in place of `ready`. */
export type ChildReply =
  | { type: 'listening' }
  | { type: 'ready'; policy: OwnPolicy }
  | { type: 'unfit'; error: string }
  | { type: 'alive' }
  | { type: 'taken'; id: number }
  | { type: 'classified'; id: number; classified: Classified }
  | { type: 'compared'; id: number; similarities: Similarity[] }
  | { type: 'failed'; id: number; error: string };

/** A model that is not ready by then is not going to be, ms. */
const loadDeadlineMs = 20_000;
/** No sign of life for this long, or this long at one message, is a hang, ms. A message takes a few. */
const hungAfterMs = 3000;

/**
 * One model in a child process: whatever the native code in it does, this process goes on. It is killed when it hangs, and it
 * ends by itself when this process does.
 */
export class ModelProcess {
  /** The order that it is at work on: the one to blame when it ends. */
  taken?: number;
  hung = false;
  private readonly child: ChildProcess;
  private readonly listening: Promise<unknown>;
  private readonly silence = new Countdown(hungAfterMs, () => this.killHung());
  private readonly work = new Countdown(hungAfterMs, () => this.killHung());

  /** `onReply` is told what comes of orders; `onEnd`, once and last, that no more replies will come. */
  private constructor(
    private readonly onReply: (reply: ChildReply) => void,
    onEnd: () => void,
  ) {
    ({ child: this.child, listening: this.listening } = modelChild());
    this.child.on('message', (reply: ChildReply) => this.hear(reply));
    const ended = () => {
      this.silence.stop();
      this.work.stop();
      onEnd();
    };
    // Both: what the child said before its end may arrive after the news of its end.
    Promise.all([once(this.child, 'exit'), once(this.child, 'disconnect')]).then(ended, ended);
  }

  /**
   * Loads, verifies and warms up the model in `dir`; the process loads its code while that is still fetched. Rejects as `dir` does, or with a
   * sentence when the model is damaged, unfit or late.
   */
  static start(
    dir: Promise<string>,
    onReply: (reply: ChildReply) => void,
    onEnd: (ended: ModelProcess) => void,
  ): Promise<{ process: ModelProcess; policy: OwnPolicy }> {
    return new Promise((resolve, reject) => {
      let ready = false;
      const hear = (reply: ChildReply) => {
        if (ready) return onReply(reply);
        if (reply.type === 'unfit') reject(new Error(reply.error));
        if (reply.type !== 'ready') return;
        ready = true;
        late.stop();
        started.silence.start();
        resolve({ process: started, policy: reply.policy });
      };
      const end = () => {
        late.stop();
        if (ready) onEnd(started);
        else reject(new Error('Its process ended while it was loading'));
      };
      const started = new ModelProcess(hear, end);
      const late = new Countdown(loadDeadlineMs, () => {
        reject(new Error(`It was not ready after ${loadDeadlineMs / 1000} s`));
        started.child.kill('SIGKILL');
      });
      dir.then(
        (fetched) => {
          late.start();
          void started.listening.then(() => started.tell({ dir: fetched }));
        },
        (error: Error) => {
          reject(error);
          started.release();
        },
      );
    });
  }

  get pid(): number {
    return this.child.pid!;
  }

  send(order: ChildOrder): void {
    this.tell(order);
  }

  /** It ends when it sees this. */
  release(): void {
    if (this.child.connected) this.child.disconnect();
  }

  private tell(order: LoadOrder | ChildOrder): void {
    this.child.send(order, () => undefined); // a broken channel is its end, which is told by itself
  }

  private hear(reply: ChildReply): void {
    this.silence.restart();
    if (reply.type === 'taken') {
      this.taken = reply.id;
      this.work.start();
    }
    if (reply.type === 'classified' || reply.type === 'compared' || reply.type === 'failed') {
      this.taken = undefined;
      this.work.stop();
    }
    this.onReply(reply);
  }

  private killHung(): void {
    this.hung = true;
    this.child.kill('SIGKILL');
  }
}
