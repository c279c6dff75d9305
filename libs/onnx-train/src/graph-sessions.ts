import { InferenceSession } from 'onnxruntime-node';
import type { StepGraph } from './graph/step-graph.js';

export interface OpenGraph {
  graph: StepGraph;
  session: InferenceSession;
}

/** ONNX Runtime sessions by key. At most `limit` stay open; the one unused for longest is released. */
export class GraphSessions {
  /** From the one unused for longest to the one used last. */
  private readonly open = new Map<string, OpenGraph>();

  /** `threads` is the number of threads within an operator. */
  constructor(
    private readonly limit: number,
    private readonly threads: number,
  ) {}

  /** The session of this key. `write` is asked for the graph where none is open. */
  async get(key: string, write: () => StepGraph): Promise<OpenGraph> {
    const found = this.open.get(key) ?? (await this.create(write));
    this.open.delete(key);
    this.open.set(key, found);
    return found;
  }

  async release(): Promise<void> {
    const all = [...this.open.values()];
    this.open.clear();
    for (const { session } of all) await session.release();
  }

  private async create(write: () => StepGraph): Promise<OpenGraph> {
    const [oldest] = this.open;
    if (oldest && this.open.size >= this.limit) {
      this.open.delete(oldest[0]);
      await oldest[1].session.release();
    }
    const graph = write();
    const session = await InferenceSession.create(graph.bytes, {
      intraOpNumThreads: this.threads,
      interOpNumThreads: 1,
      // Without an arena a session holds no memory between its runs, so many shapes cost no more than the largest.
      enableCpuMemArena: false,
      enableMemPattern: false,
      extra: {
        // Gradients that vanish may be denormals, which slow many processors down.
        session: { set_denormal_as_zero: '1' },
        // This optimiser would undo the Transpose nodes of `linear`, which are there for speed.
        optimization: { disable_specified_optimizers: 'GemmTransposeFusion' },
      },
    });
    return { graph, session };
  }
}
