import { Logger } from '@nestjs/common';
import { Counter } from 'prom-client';
import type { Similarity } from '#contracts';
import type { ActiveVersion, ThresholdRule } from '#model-registry';
import { metrics } from '#observability';
import type { ModelInput } from '#personal-data';
import { likelyFromOf, thresholdOf, type ModelPolicy } from '#decision';
import { ModelProcess, type ChildReply, type Classified, type Comparison, type OwnPolicy } from './model-process.js';

/** The model cannot answer now, whatever the message: it may be asked again later. */
export class ModelUnavailable extends Error {}
/** The model cannot answer this very message: it failed, hung, or ended its process again and again. */
export class MessageFailed extends Error {}

type Done = Extract<ChildReply, { type: 'classified' | 'compared' }>;

interface Order extends ModelInput {
  id: number;
  compare?: Comparison;
  urgent: boolean;
  /** Processes that ended while they were at work on it, or had it in front. */
  crashes: number;
  resolve: (done: Done) => void;
  reject: (error: Error) => void;
}

/** Orders in the process at a time: the second lies ready, so that the model never waits for the channel. */
const ordersAhead = 2;
/** A process may be killed by others; one that ends a second time over the same message is ended by the message. */
const crashesAllowed = 1;
/** The same for the message in front, where the process ended before it said what it was at. */
const crashesAllowedUntaken = 2;

const restarts = new Counter({
  name: 'baton_model_restarts_total',
  help: 'Model processes that ended or hung and were replaced',
  labelNames: ['workspace'],
  registers: [metrics],
});

/**
 * One model version, live in a process of its own. A process that ends or hangs is replaced; its orders go to the next one in their
 * order, save the one that it cannot get over.
 */
export class LiveModel {
  /** What the workspace says about this version; the watcher keeps it current. */
  rule: ThresholdRule;
  /** False once no process can be had any more. */
  alive = true;
  private readonly logger = new Logger('models');
  private own!: OwnPolicy;
  private process?: ModelProcess;
  private waiting: Order[] = [];
  private sent: Order[] = [];
  private nextId = 1;
  private released = false;

  private constructor(
    private readonly version: ActiveVersion,
    private readonly dir: Promise<string>,
  ) {
    this.rule = version.rule;
  }

  /** Loads, verifies and warms up the model in `dir`; rejects with a sentence when it is damaged or unfit. */
  static async start(version: ActiveVersion, dir: Promise<string>): Promise<LiveModel> {
    const model = new LiveModel(version, dir);
    await model.launch();
    return model;
  }

  get versionId(): string {
    return this.version.id;
  }

  get policy(): ModelPolicy {
    const { own, rule } = this;
    return { ...own, threshold: thresholdOf(own.threshold, rule), likelyFrom: likelyFromOf(rule) };
  }

  /** Rejects with MessageFailed or ModelUnavailable. */
  classify(input: ModelInput): Promise<Classified> {
    return this.classified({ ...input, urgent: true });
  }

  /** A vector of length 1, when no visitor's message waits. Rejects as `classify` does. */
  async embed(text: string): Promise<Float32Array> {
    return (await this.classified({ text, urgent: false })).embedding;
  }

  /** How near a visitor's message is to each text. Rejects as `classify` does. */
  async similarities(message: string, compare: Comparison): Promise<Similarity[]> {
    const done = await this.order({ text: message, compare, urgent: true });
    return done.type === 'compared' ? done.similarities : unexpected(done);
  }

  /** Ends the process once it has answered what it was asked before. */
  release(): void {
    this.released = true;
    this.proceed();
  }

  private async classified(asked: ModelInput & Pick<Order, 'urgent'>): Promise<Classified> {
    const done = await this.order(asked);
    return done.type === 'classified' ? done.classified : unexpected(done);
  }

  private order(asked: ModelInput & Pick<Order, 'urgent' | 'compare'>): Promise<Done> {
    return new Promise((resolve, reject) => {
      if (!this.alive || this.released) return reject(new ModelUnavailable('The model has been released'));
      this.waiting.push({ ...asked, id: this.nextId++, crashes: 0, resolve, reject });
      this.proceed();
    });
  }

  private async launch(): Promise<void> {
    const { process, policy } = await ModelProcess.start(
      this.dir,
      (reply) => this.settle(reply),
      (ended) => this.replace(ended),
    );
    this.own = policy;
    this.process = process;
    const { version, workspaceId } = this.version;
    this.logger.log(`Version ${version} of workspace ${workspaceId} is live in process ${process.pid}`);
    this.proceed();
  }

  /** Gives the process its next orders, visitors' first; lets it go when it is released and nothing is left. */
  private proceed(): void {
    while (this.process && this.sent.length < ordersAhead && this.waiting.length > 0) {
      const urgent = this.waiting.findIndex((order) => order.urgent);
      const [order] = this.waiting.splice(Math.max(urgent, 0), 1);
      this.sent.push(order!);
      const { id, text, compare, previous, asked, about } = order!;
      this.process.send({ id, text, compare, previous, asked, about });
    }
    if (this.released && this.sent.length + this.waiting.length === 0) this.process?.release();
  }

  private settle(reply: ChildReply): void {
    if (reply.type !== 'classified' && reply.type !== 'compared' && reply.type !== 'failed') return;
    const order = this.sent.find(({ id }) => id === reply.id);
    this.sent = this.sent.filter((other) => other !== order);
    if (reply.type === 'failed') order?.reject(new MessageFailed(reply.error));
    else order?.resolve(reply);
    this.proceed();
  }

  private replace(ended: ModelProcess): void {
    this.process = undefined;
    const outstanding = this.sent.splice(0);
    if (this.released && outstanding.length + this.waiting.length === 0) return;
    const { workspaceId } = this.version;
    const what = ended.hung ? 'hung and was killed' : 'ended';
    this.logger.error(`The model's process ${ended.pid} of workspace ${workspaceId} ${what}; another takes its place`);
    restarts.inc({ workspace: workspaceId });
    const taken = outstanding.find(({ id }) => id === ended.taken);
    const culprit = taken ?? outstanding[0];
    if (culprit) culprit.crashes += 1;
    const allowed = taken ? crashesAllowed : crashesAllowedUntaken;
    const failed = culprit && ((taken && ended.hung) || culprit.crashes > allowed);
    if (failed) culprit.reject(new MessageFailed(`The model's process ${what} over this message`));
    this.waiting.unshift(...outstanding.filter((order) => !failed || order !== culprit));
    this.launch().catch((error: Error) => this.end(error));
  }

  private end({ message }: Error): void {
    this.alive = false;
    for (const { reject } of this.waiting.splice(0)) reject(new ModelUnavailable(message));
  }
}

function unexpected({ type }: Done): never {
  throw new MessageFailed(`The model's process answered "${type}" to something else`);
}
