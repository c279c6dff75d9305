import { OnnxWriter, elementTypes } from '#onnx-train';
import type { EncoderConfig } from './encoder-config.js';
import { quantiseRows } from './quantise.js';
import { denseBlocks, denseFloat, denseInt8, type Dense } from './quantised-linear.js';
import type { FloatTensor } from './safetensors.js';
import { maxTokens } from './tokenizer.js';

export interface EncoderParts {
  config: EncoderConfig;
  weights: Map<string, FloatTensor>;
}

/**
 * The range of each input column of the layers that are smoothed before quantisation, by the layer's name: [2, columns], how far it reaches
 * below and above zero.
 */
export type Activations = Map<string, Float32Array>;

const idsName = 'ids';

/**
 * The encoder in fp32, for references and for measuring. Input: `ids`, int32 [batch, tokens]. Outputs: `pooled` [batch, width], and
 * `activation:NAME` [2 * columns] for each NAME in `measured`: the range of that layer's input columns.
 */
export function floatModel(parts: EncoderParts): { bytes: Uint8Array; measured: string[] } {
  const graph = new OnnxWriter();
  const measured: string[] = [];
  writeEncoder(graph, parts, {
    dense: (x, layer) => denseFloat(graph, x, layer),
    afterNorm(x, layer) {
      const range = `activation:${layer.name}`;
      const axes = graph.constant(`${layer.name}.axes`, BigInt64Array.of(0n, 1n), [2]);
      const most = (of: string) => graph.node('ReduceMax', [of, axes], { keepdims: { int: 0 } });
      graph.node('Concat', [most(graph.node('Neg', [x])), most(x)], { axis: { int: 0 } }, [range]);
      graph.output(range, 'float32', [(2 * layer.weight.length) / layer.bias.length]);
      measured.push(layer.name);
      return denseFloat(graph, x, layer);
    },
    afterGelu: (x, layer) => denseFloat(graph, x, layer),
    words: (table, rows) => graph.node('Gather', [graph.constant('words', table, [rows, parts.config.width]), idsName]),
  });
  return { bytes: graph.finish(), measured };
}

/** A graph of the bare encoder, which others may go on from; `pooled` is the name of its vectors [batch, width]. */
export interface EncoderGraph {
  graph: OnnxWriter;
  pooled: string;
}

/** The bare int8 encoder. Input: `ids`, int32 [batch, tokens]. Output: `pooled` [batch, width]. */
export function int8Encoder(parts: EncoderParts, activations: Activations): EncoderGraph {
  const graph = new OnnxWriter();
  const pooled = writeEncoder(graph, parts, {
    dense: (x, layer) => denseInt8(graph, x, layer),
    afterNorm: (x, layer) => denseInt8(graph, x, layer, activations.get(layer.name)),
    afterGelu: (x, layer) => denseBlocks(graph, x, layer),
    words: (table, rows) => int8Words(graph, table, rows, parts.config.width),
  });
  return { graph, pooled };
}

/** The parts of the encoder that are written in another way for each precision. */
interface Precision {
  dense(x: string, layer: Dense): string;
  /** The input comes out of a layer norm: its columns differ a lot in magnitude and lie off zero. */
  afterNorm(x: string, layer: Dense): string;
  afterGelu(x: string, layer: Dense): string;
  words(table: Float32Array, rows: number): string;
}

/** BERT without dropout and padding, since all messages of a batch have the same length, with the mean over the tokens at the end. */
function writeEncoder(graph: OnnxWriter, { config, weights }: EncoderParts, precision: Precision): string {
  const { width, heads } = config;
  const eps = { epsilon: { float: config.eps } };
  const get = (name: string) => weights.get(name)!.data;
  const vector = (name: string) => graph.constant(name, get(name), [width]);
  const dense = (name: string): Dense => ({ name, weight: get(`${name}.weight`), bias: get(`${name}.bias`) });
  const norm = (x: string, residual: string, name: string) =>
    graph.node(
      'com.microsoft:SkipLayerNormalization',
      [x, residual, vector(`${name}.LayerNorm.weight`), vector(`${name}.LayerNorm.bias`)],
      eps,
    );

  graph.input(idsName, 'int32', ['batch', 'tokens']);
  const words = precision.words(get('embeddings.word_embeddings.weight'), config.vocab);
  let x = norm(words, positions(graph, words, config, get), 'embeddings');
  for (let l = 0; l < config.layers; l++) {
    const name = `encoder.layer.${l}`;
    const query = dense(`${name}.attention.self.query`);
    const key = dense(`${name}.attention.self.key`);
    const value = dense(`${name}.attention.self.value`);
    const qkv = precision.afterNorm(x, {
      name: `${name}.attention.self`,
      weight: concat([query.weight, key.weight, value.weight]),
      bias: concat([query.bias, key.bias, value.bias]),
    });
    const split = ['query', 'key', 'value'].map((part) => `${name}.${part}`);
    graph.node('Split', [qkv], { axis: { int: -1 }, num_outputs: { int: 3 } }, split);
    const attended = graph.node('com.microsoft:MultiHeadAttention', split, { num_heads: { int: heads } });
    x = norm(precision.dense(attended, dense(`${name}.attention.output.dense`)), x, `${name}.attention.output`);
    const inner = precision.afterNorm(x, dense(`${name}.intermediate.dense`));
    const active = graph.node(config.activation === 'gelu' ? 'com.microsoft:Gelu' : 'Relu', [inner]);
    x = norm(precision.afterGelu(active, dense(`${name}.output.dense`)), x, `${name}.output`);
  }
  const axis = graph.constant('pool.axis', BigInt64Array.of(1n), [1]);
  const pooled = graph.node('ReduceMean', [x, axis], { keepdims: { int: 0 } });
  graph.node('Identity', [pooled], {}, ['pooled']);
  graph.output('pooled', 'float32', ['batch', width]);
  return pooled;
}

/** The sum of position vectors and the vector of the first token type, which is the only one in use: [batch, tokens, width]. */
function positions(
  graph: OnnxWriter,
  words: string,
  config: EncoderConfig,
  get: (name: string) => Float32Array,
): string {
  const { width } = config;
  const rows = Math.min(config.positions, maxTokens);
  const table = get('embeddings.position_embeddings.weight').slice(0, rows * width);
  const type = get('embeddings.token_type_embeddings.weight');
  for (let i = 0; i < table.length; i++) table[i]! += type[i % width]!;
  const zero = graph.constant('positions.from', BigInt64Array.of(0n), [1]);
  const axis = graph.constant('positions.axis', BigInt64Array.of(0n), [1]);
  const tokens = graph.node('Shape', [idsName], { start: { int: 1 }, end: { int: 2 } });
  const used = graph.node('Slice', [graph.constant('positions', table, [rows, width]), zero, tokens, axis]);
  return graph.node('Expand', [used, graph.node('Shape', [words])]);
}

function int8Words(graph: OnnxWriter, table: Float32Array, rows: number, width: number): string {
  const { data, scales } = quantiseRows(table, rows);
  const bytes = graph.node('Gather', [graph.constant('words', data, [rows, width]), idsName]);
  const scale = graph.node('Gather', [graph.constant('words.scales', scales, [rows, 1]), idsName]);
  return graph.node('Mul', [graph.node('Cast', [bytes], { to: { int: elementTypes.float32 } }), scale]);
}

function concat(parts: Float32Array[]): Float32Array {
  const out = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
