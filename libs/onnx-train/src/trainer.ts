import { InferenceSession, Tensor } from 'onnxruntime-node';
import { decodeCheckpoint, encodeCheckpoint } from './checkpoint.js';
import { DropoutMasks } from './masks.js';
import type { AdamSettings, ParameterRule } from './optimiser.js';
import { elements, State } from './state.js';
import { forwardGraph, gradientOf, stepGraph, type StepGraph } from './step-graph.js';
import type { Tape, Var } from './tape.js';

export type Feeds = Readonly<Record<string, Float32Array | Int32Array>>;

/** Writes the forward pass for a batch shape on the tape; `outputs` are what `forward` returns. */
export type Build<Shape> = (tape: Tape, shape: Shape) => { loss: Var; outputs?: Readonly<Record<string, Var>> };

export interface TrainerSettings<Shape> extends AdamSettings {
  parameters: readonly (ParameterRule & { data: Float32Array })[];
  /** Inputs that are the same at every step, such as frozen tables. */
  frozen: Feeds;
  build: Build<Shape>;
  seed: number;
  threads: number;
  /** Sessions, one for each batch shape, that are kept; the one unused for longest is released. */
  sessions: number;
}

interface Runnable {
  session: InferenceSession;
  graph: StepGraph;
}

/** Settings that few have a reason to change. */
export const adamDefaults: AdamSettings = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01, clip: 1 };

/** Owns the state of a training run and takes steps. The same seed, batches and number of threads give the same weights, bit for bit. */
export class Trainer<Shape> {
  private readonly state: State;
  private readonly weightsRead: Record<string, Tensor>;
  private readonly averagesRead: Record<string, Tensor>;
  private readonly gradientsWritten: Record<string, Tensor>;
  private readonly masks: DropoutMasks;
  private readonly runnables = new Map<string, Runnable>();
  private taken = 0;

  constructor(private readonly settings: TrainerSettings<Shape>) {
    this.state = new State(settings.parameters, settings);
    this.weightsRead = this.state.tensors('weights');
    this.averagesRead = this.state.tensors('average');
    this.gradientsWritten = this.state.tensors('gradient', gradientOf);
    this.masks = new DropoutMasks(settings.seed);
  }

  /** Steps taken so far, those before a resume included. */
  get steps(): number {
    return this.taken;
  }

  /** One update on one batch. `schedule` multiplies every learning rate. */
  async step(shape: Shape, feeds: Feeds, schedule: number): Promise<{ loss: number; gradientNorm: number }> {
    const { session, graph } = await this.runnable('step', shape);
    const all = this.tensors(graph, { ...this.settings.frozen, ...feeds });
    for (const { name, shape: dims, rate } of graph.masks)
      all[name] = new Tensor(this.masks.window(elements(dims), rate), dims);
    const fetched = { ...this.gradientsWritten, loss: null, gradientSquares: null };
    const { loss, gradientSquares } = await session.run({ ...all, ...this.weightsRead }, fetched);
    const gradientNorm = Math.sqrt(only(gradientSquares!));
    this.state.update({ t: this.taken + 1, schedule, norm: gradientNorm });
    this.taken++;
    return { loss: only(loss!), gradientNorm };
  }

  /** The outputs of `build` and its loss under the averaged weights, without dropout. */
  async forward(shape: Shape, feeds: Feeds): Promise<Record<string, Float32Array>> {
    const { session, graph } = await this.runnable('forward', shape);
    const all = this.tensors(graph, { ...this.settings.frozen, ...feeds });
    const results = await session.run({ ...all, ...this.averagesRead });
    return Object.fromEntries(Object.entries(results).map(([name, { data }]) => [name, data as Float32Array]));
  }

  /** Copies of the averaged weights, which are the ones to ship. */
  average(): Map<string, Float32Array> {
    return this.state.copy('average');
  }

  /** Copies of the weights as the last step left them. */
  weights(): Map<string, Float32Array> {
    return this.state.copy('weights');
  }

  /** Everything that later steps depend on. */
  checkpoint(): Buffer {
    return encodeCheckpoint({ steps: this.taken, random: this.masks.random.state }, this.state);
  }

  /** Continues a run of the same settings: the steps after it are bit-equal to those of a run that was not interrupted. */
  restore(checkpoint: Buffer): void {
    const { steps, random } = decodeCheckpoint(checkpoint, this.state);
    this.taken = steps;
    this.masks.random.state = random;
  }

  async release(): Promise<void> {
    const open = [...this.runnables.values()];
    this.runnables.clear();
    for (const { session } of open) await session.release();
  }

  private async runnable(kind: 'step' | 'forward', shape: Shape): Promise<Runnable> {
    const key = `${kind} ${JSON.stringify(shape)}`;
    const known = this.runnables.get(key) ?? (await this.open(kind, shape));
    this.runnables.delete(key);
    this.runnables.set(key, known);
    return known;
  }

  private async open(kind: 'step' | 'forward', shape: Shape): Promise<Runnable> {
    const [oldest] = this.runnables;
    if (oldest && this.runnables.size >= this.settings.sessions) {
      this.runnables.delete(oldest[0]);
      await oldest[1].session.release();
    }
    const build = (tape: Tape) => this.settings.build(tape, shape);
    const graph = kind === 'step' ? stepGraph(build, this.state.names) : forwardGraph(build);
    const session = await InferenceSession.create(graph.bytes, {
      intraOpNumThreads: this.settings.threads,
      interOpNumThreads: 1,
      // Without an arena a session holds no memory between its runs, and many shapes cost no more than the largest.
      enableCpuMemArena: false,
      enableMemPattern: false,
      extra: {
        // Gradients that vanish may be denormals, which many processors are slow with.
        session: { set_denormal_as_zero: '1' },
        // It would put the transposes of weight gradients back into the products.
        optimization: { disable_specified_optimizers: 'GemmTransposeFusion' },
      },
    });
    return { session, graph };
  }

  private tensors(graph: StepGraph, feeds: Feeds): Record<string, Tensor> {
    const tensors: Record<string, Tensor> = {};
    for (const { name, shape } of graph.inputs) {
      const data = feeds[name];
      if (!data) throw new Error(`The graph needs the input ${name}.`);
      tensors[name] = new Tensor(data as Float32Array, shape);
    }
    return tensors;
  }
}

const only = ({ data }: Tensor) => (data as Float32Array)[0]!;
