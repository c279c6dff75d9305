import { Tensor } from 'onnxruntime-node';
import { decodeCheckpoint, encodeCheckpoint } from './checkpoint.js';
import { DropoutMasks } from './dropout-masks.js';
import { GraphSessions } from './graph-sessions.js';
import { forwardGraph, gradientOf, stepGraph, type StepGraph } from './graph/step-graph.js';
import type { Tape, Var } from './graph/tape.js';
import type { AdamSettings, ParameterRule } from './optimiser/adamw.js';
import { elements, State } from './optimiser/state.js';

/** Data of inputs by name, row by row. Each input has the shape that `build` gave it. */
export type Feeds = Readonly<Record<string, Float32Array | Int32Array>>;

/** Writes the forward pass of a batch shape on the tape. The loss has the shape []; `forward` returns `outputs`. */
export type Build<Shape> = (tape: Tape, shape: Shape) => { loss: Var; outputs?: Readonly<Record<string, Var>> };

export interface TrainerSettings<Shape> extends AdamSettings {
  /** Everything that is learned, with initial data in `shape`. */
  parameters: readonly (ParameterRule & { data: Float32Array })[];
  /** Inputs that are the same at every step, such as frozen tables. */
  frozen: Feeds;
  build: Build<Shape>;
  /** Seed of the dropout masks. */
  seed: number;
  /** Threads within an operator. */
  threads: number;
  /** Largest number of open sessions. Each batch shape has one for steps, and one for forward passes if there are any. */
  sessions: number;
}

/**
 * Owns the state of a training run and takes its steps. `Shape` is whatever `build` distinguishes batches by; it must be plain data.
 * The same seed, batches and number of threads give the same weights, bit for bit, on the same machine.
 */
export class Trainer<Shape> {
  private readonly state: State;
  private readonly weightsRead: Record<string, Tensor>;
  private readonly averagesRead: Record<string, Tensor>;
  private readonly gradientsWritten: Record<string, Tensor>;
  private readonly masks: DropoutMasks;
  private readonly sessions: GraphSessions;
  private taken = 0;

  /** Throws a RangeError where the data of a parameter does not fill its shape. */
  constructor(private readonly settings: TrainerSettings<Shape>) {
    this.state = new State(settings.parameters, settings);
    this.weightsRead = this.state.tensors('weights');
    this.averagesRead = this.state.tensors('average');
    this.gradientsWritten = this.state.tensors('gradient', gradientOf);
    this.masks = new DropoutMasks(settings.seed);
    this.sessions = new GraphSessions(settings.sessions, settings.threads);
  }

  /** Steps taken so far, including those before a `restore`. */
  get steps(): number {
    return this.taken;
  }

  /**
   * Updates the weights once by the gradients of one batch (see `stepNumbers` for the formula). `schedule` multiplies every learning
   * rate. Returns the loss before the update and the Euclidean norm of all gradients before clipping. Throws if `feeds` lacks an
   * input, if its data does not fill the input's shape, or if the loss does not depend on a parameter.
   */
  async step(shape: Shape, feeds: Feeds, schedule: number): Promise<{ loss: number; gradientNorm: number }> {
    const { session, graph } = await this.sessions.get(`step ${JSON.stringify(shape)}`, () =>
      stepGraph((tape) => this.settings.build(tape, shape), this.state.names),
    );
    const inputs = this.inputTensors(graph, feeds);
    for (const { name, shape: dims, dropProbability } of graph.masks)
      inputs[name] = new Tensor(this.masks.window(elements(dims), dropProbability), dims);
    const fetched = { ...this.gradientsWritten, loss: null, gradientSquares: null };
    const { loss, gradientSquares } = await session.run({ ...inputs, ...this.weightsRead }, fetched);
    const gradientNorm = Math.sqrt(only(gradientSquares!));
    this.state.update({ t: this.taken + 1, schedule, norm: gradientNorm });
    this.taken++;
    return { loss: only(loss!), gradientNorm };
  }

  /**
   * Runs the forward pass of one batch with the averaged weights and without dropout; the state stays as it is. Returns `loss`
   * (one element) and the outputs that `build` names, each as its elements row by row: `pooled` of shape [batch, width] has
   * batch * width elements. Throws if `feeds` lacks an input of the graph, those of the loss included, or if its data does not fill
   * the input's shape.
   */
  async forward(shape: Shape, feeds: Feeds): Promise<Record<string, Float32Array>> {
    const { session, graph } = await this.sessions.get(`forward ${JSON.stringify(shape)}`, () =>
      forwardGraph((tape) => this.settings.build(tape, shape)),
    );
    const results = await session.run({ ...this.inputTensors(graph, feeds), ...this.averagesRead });
    return Object.fromEntries(Object.entries(results).map(([name, { data }]) => [name, data as Float32Array]));
  }

  /** Copies of the averaged weights by name, each in its `shape`. These are the weights to ship. */
  average(): Map<string, Float32Array> {
    return this.state.copy('average');
  }

  /** Copies of the weights by name as the last step left them, each in its `shape`. */
  weights(): Map<string, Float32Array> {
    return this.state.copy('weights');
  }

  /** Everything that later steps depend on: four float32 arrays of the size of all parameters, and a line about them. */
  checkpoint(): Buffer {
    return encodeCheckpoint({ steps: this.taken, random: this.masks.random.state }, this.state);
  }

  /**
   * Continues the run that made the checkpoint. Steps after it are bit-equal to those of an uninterrupted run if the settings are the
   * same. Throws, and changes nothing, if the checkpoint is incomplete or of other parameters.
   */
  restore(checkpoint: Buffer): void {
    const { steps, random } = decodeCheckpoint(checkpoint, this.state);
    this.taken = steps;
    this.masks.random.state = random;
  }

  /** Releases all sessions. The state stays, and a later step opens sessions anew. */
  async release(): Promise<void> {
    await this.sessions.release();
  }

  private inputTensors(graph: StepGraph, feeds: Feeds): Record<string, Tensor> {
    const all = { ...this.settings.frozen, ...feeds };
    const tensors: Record<string, Tensor> = {};
    for (const { name, shape } of graph.inputs) {
      const data = all[name];
      if (!data) throw new Error(`The graph needs the input ${name}.`);
      tensors[name] = new Tensor(data as Float32Array, shape);
    }
    return tensors;
  }
}

const only = ({ data }: Tensor) => (data as Float32Array)[0]!;
