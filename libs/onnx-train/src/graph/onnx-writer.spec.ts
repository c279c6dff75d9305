import { InferenceSession, Tensor } from 'onnxruntime-node';
import { expect, it } from 'vitest';
import { elementTypes } from './onnx-format.js';
import { OnnxWriter } from './onnx-writer.js';

it('writes a model with free dimensions, int8 constants and operators of both domains that ONNX Runtime runs', async () => {
  const graph = new OnnxWriter();
  const ids = graph.input('ids', 'int32', ['batch', 'tokens']);
  const rows = graph.node('Gather', [graph.constant('words', Int8Array.of(1, -2, 3, -4), [2, 2]), ids]);
  const x = graph.node('Cast', [rows], { to: { int: elementTypes.float32 } });
  const half = graph.constant('half', Float32Array.of(0.5), []);
  const scaled = graph.node('com.microsoft:FusedMatMul', [x, x], { transB: { int: 1 }, alpha: { float: 0.5 } });
  graph.node('Add', [scaled, half], {}, ['y']);
  graph.output('y', 'float32', ['batch', 'tokens', 'tokens']);
  const session = await InferenceSession.create(graph.finish());
  const { y } = await session.run({ ids: new Tensor('int32', Int32Array.of(0, 1), [1, 2]) });
  expect(y!.dims).toEqual([1, 2, 2]);
  expect([...(y!.data as Float32Array)]).toEqual([3, 6, 6, 13]);
});

it('splits into named outputs and leaves optional inputs out', async () => {
  const graph = new OnnxWriter();
  const x = graph.input('x', 'float64', [4]);
  graph.node('Split', [x], { num_outputs: { int: 2 } }, ['a', 'b']);
  graph.node('Clip', ['a', '', graph.constant('most', Float64Array.of(1.5), [])], {}, ['clipped']);
  graph.output('clipped', 'float64', [2]);
  graph.output('b', 'float64', [2]);
  const session = await InferenceSession.create(graph.finish());
  const { clipped, b } = await session.run({ x: new Tensor('float64', Float64Array.of(1, 2, 3, 4), [4]) });
  expect([...(clipped!.data as Float64Array)]).toEqual([1, 1.5]);
  expect([...(b!.data as Float64Array)]).toEqual([3, 4]);
});

it('gives a value several names as an output, and an input one of its own', async () => {
  const graph = new OnnxWriter();
  const x = graph.input('x', 'float32', [2]);
  const doubled = graph.node('Add', [x, x]);
  for (const [name, value] of Object.entries({ a: doubled, b: doubled, c: x }))
    graph.output(name, 'float32', [2], value);
  graph.output('d', 'float32', [2], graph.node('Neg', [doubled]));
  const session = await InferenceSession.create(graph.finish());
  const outputs = await session.run({ x: new Tensor('float32', Float32Array.of(1, 2), [2]) });
  const values = Object.fromEntries(
    Object.entries(outputs).map(([name, { data }]) => [name, [...(data as Float32Array)]]),
  );
  expect(values).toEqual({ a: [2, 4], b: [2, 4], c: [1, 2], d: [-2, -4] });
});
