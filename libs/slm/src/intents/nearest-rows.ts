import { OnnxWriter } from '#onnx-train';
import { floatTensor, floats, openSession } from '../encoder/index.js';

export interface Neighbours {
  /** Cosines of the nearest rows in descending order, and the rows' numbers in the index. */
  similarity: number[];
  row: number[];
}

/** Messages that are compared in one matrix product. */
const chunk = 256;

/**
 * The `count` rows of `index` [rows, width] nearest to each of `vectors` [messages, width] by cosine: [messages]. All vectors must have
 * length 1. The matrix product is an ONNX graph because it is a hundred times as fast there as in JavaScript.
 */
export async function nearestRows(
  vectors: Float32Array,
  index: Float32Array,
  width: number,
  count: number,
): Promise<Neighbours[]> {
  const rows = index.length / width;
  const graph = new OnnxWriter();
  const x = graph.input('x', 'float32', ['n', width]);
  graph.node('Gemm', [x, graph.constant('index', index, [rows, width])], { transB: { int: 1 } }, ['cosines']);
  graph.output('cosines', 'float32', ['n', rows]);
  const session = await openSession(graph.finish());
  const found: Neighbours[] = [];
  const total = vectors.length / width;
  for (let from = 0; from < total; from += chunk) {
    const n = Math.min(chunk, total - from);
    const part = vectors.subarray(from * width, (from + n) * width);
    const cosines = floats((await session.run({ x: floatTensor(part, [n, width]) }))['cosines']);
    for (let i = 0; i < n; i++) found.push(best(cosines.subarray(i * rows, (i + 1) * rows), count));
  }
  await session.release();
  return found;
}

/** The `count` largest cosines, by insertion into a sorted list. */
function best(cosines: Float32Array, count: number): Neighbours {
  const similarity: number[] = [];
  const nearest: number[] = [];
  for (let row = 0; row < cosines.length; row++) {
    const value = cosines[row]!;
    if (similarity.length === count && value <= similarity[count - 1]!) continue;
    let at = similarity.length;
    while (at > 0 && similarity[at - 1]! < value) at--;
    similarity.splice(at, 0, value);
    nearest.splice(at, 0, row);
    if (similarity.length > count) {
      similarity.pop();
      nearest.pop();
    }
  }
  return { similarity, row: nearest };
}
