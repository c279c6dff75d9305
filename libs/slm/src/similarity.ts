import { OnnxWriter } from '#onnx-train';
import { floatTensor, floats, openSession } from './onnx-session.js';

/** Cosines of normalised `vectors` with every row of the normalised `bank`, handed to `visit` one vector at a time. */
export async function compareAll(
  vectors: Float32Array,
  bank: Float32Array,
  width: number,
  visit: (index: number, cosines: Float32Array) => void,
): Promise<void> {
  const chunk = 256;
  const graph = new OnnxWriter();
  const rows = bank.length / width;
  const x = graph.input('x', 'float32', ['n', width]);
  graph.node('Gemm', [x, graph.constant('bank', bank, [rows, width])], { transB: { int: 1 } }, ['cosines']);
  graph.output('cosines', 'float32', ['n', rows]);
  const session = await openSession(graph.finish(), 2);
  const total = vectors.length / width;
  for (let from = 0; from < total; from += chunk) {
    const n = Math.min(chunk, total - from);
    const part = vectors.subarray(from * width, (from + n) * width);
    const cosines = floats((await session.run({ x: floatTensor(part, [n, width]) }))['cosines']);
    for (let i = 0; i < n; i++) visit(from + i, cosines.subarray(i * rows, (i + 1) * rows));
  }
  await session.release();
}
