import { OnnxWriter, elementTypes } from '#onnx-train';
import type { EncoderConfig } from './encoder-config.js';
import { denseBlocks, denseFloat, denseInt8, type Dense } from './linear.js';
import { quantiseRows } from './quantise.js';
import type { FloatTensor } from './safetensors.js';
import { maxTokens } from './tokenizer.js';

export interface EncoderParts {
  config: EncoderConfig;
  weights: Map<string, FloatTensor>;
}

export interface IntentHead {
  /** [intents, width] and [intents]. */
  weight: Float32Array;
  bias: Float32Array;
  /** Whether it reads the pooled vector itself or the vector brought to length 1. */
  reads: 'pooled' | 'normalised';
}

export interface ServedParts extends EncoderParts {
  head: IntentHead;
  /** Normalised vectors of training rows, one after the other, that messages are compared with. */
  bank: Float32Array;
}

/** By the layer's name, for those whose inputs are evened out: [2, columns], how far each input column reaches below and above zero. */
export type Activations = Map<string, Float32Array>;

export const neighbourCount = 10;
const encoderInputs = { ids: 'ids' } as const;

/** fp32, for references and for measuring: `pooled`, and the reach of activations as outputs `activation:NAME`. */
export function floatGraph(parts: EncoderParts): { bytes: Uint8Array; measured: string[] } {
  const graph = new OnnxWriter();
  const measured: string[] = [];
  const pooled = encoder(graph, parts, {
    dense: (x, layer) => denseFloat(graph, x, layer),
    evened(x, layer) {
      const reach = `activation:${layer.name}`;
      const axes = graph.constant(`${layer.name}.axes`, BigInt64Array.of(0n, 1n), [2]);
      const most = (of: string) => graph.node('ReduceMax', [of, axes], { keepdims: { int: 0 } });
      graph.node('Concat', [most(graph.node('Neg', [x])), most(x)], { axis: { int: 0 } }, [reach]);
      graph.output(reach, 'float32', [(2 * layer.weight.length) / layer.bias.length]);
      measured.push(layer.name);
      return denseFloat(graph, x, layer);
    },
    afterGelu: (x, layer) => denseFloat(graph, x, layer),
    words: (table, rows) =>
      graph.node('Gather', [graph.constant('words', table, [rows, parts.config.width]), encoderInputs.ids]),
  });
  graph.node('Identity', [pooled], {}, ['pooled']);
  graph.output('pooled', 'float32', ['batch', parts.config.width]);
  return { bytes: graph.finish(), measured };
}

/**
 * What is served: int8 encoder, intent head and nearest training rows in one graph. Without `head` and `bank` it is the bare
 * encoder. Outputs: `pooled`; `logits`; `similarity` and `neighbour`, cosine and index of the nearest rows of the bank.
 */
export function servedGraph(parts: EncoderParts & Partial<ServedParts>, activations: Activations): Uint8Array {
  const graph = new OnnxWriter();
  const { config, head, bank } = parts;
  const pooled = encoder(graph, parts, {
    dense: (x, layer) => denseInt8(graph, x, layer),
    evened: (x, layer) => denseInt8(graph, x, layer, activations.get(layer.name)),
    afterGelu: (x, layer) => denseBlocks(graph, x, layer),
    words: (table, rows) => int8Words(graph, table, rows, config.width),
  });
  graph.node('Identity', [pooled], {}, ['pooled']);
  graph.output('pooled', 'float32', ['batch', config.width]);
  if (!head || !bank) return graph.finish();

  const axis = graph.constant('norm.axis', BigInt64Array.of(1n), [1]);
  const normalised = graph.node('Div', [pooled, graph.node('ReduceL2', [pooled, axis], { keepdims: { int: 1 } })]);
  const intents = head.bias.length;
  graph.node(
    'Gemm',
    [
      head.reads === 'pooled' ? pooled : normalised,
      graph.constant('head', head.weight, [intents, config.width]),
      graph.constant('head.bias', head.bias, [intents]),
    ],
    { transB: { int: 1 } },
    ['logits'],
  );
  graph.output('logits', 'float32', ['batch', intents]);

  const rows = bank.length / config.width;
  const cosines = denseBlocks(graph, normalised, { name: 'bank', weight: bank, bias: new Float32Array(rows) });
  const k = graph.constant('bank.k', BigInt64Array.of(BigInt(Math.min(neighbourCount, rows))), [1]);
  graph.node('TopK', [cosines, k], { axis: { int: -1 } }, ['similarity', 'neighbour']);
  graph.output('similarity', 'float32', ['batch', 'k']);
  graph.output('neighbour', 'int64', ['batch', 'k']);
  return graph.finish();
}

/** How the parts of the encoder that differ between precisions are written. */
interface Forms {
  dense(x: string, layer: Dense): string;
  /** Inputs straight out of a layer norm, whose columns differ a lot in size and lie off zero. */
  evened(x: string, layer: Dense): string;
  afterGelu(x: string, layer: Dense): string;
  words(table: Float32Array, rows: number): string;
}

/** BERT without dropout and padding: messages of one batch have the same length. Returns the mean over the pieces. */
function encoder(graph: OnnxWriter, { config, weights }: EncoderParts, forms: Forms): string {
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

  graph.input(encoderInputs.ids, 'int32', ['batch', 'pieces']);
  const words = forms.words(get('embeddings.word_embeddings.weight'), config.vocab);
  let x = norm(words, positions(graph, words, config, get), 'embeddings');
  for (let l = 0; l < config.layers; l++) {
    const name = `encoder.layer.${l}`;
    const query = dense(`${name}.attention.self.query`);
    const key = dense(`${name}.attention.self.key`);
    const value = dense(`${name}.attention.self.value`);
    const qkv = forms.evened(x, {
      name: `${name}.attention.self`,
      weight: concat([query.weight, key.weight, value.weight]),
      bias: concat([query.bias, key.bias, value.bias]),
    });
    const split = ['query', 'key', 'value'].map((part) => `${name}.${part}`);
    graph.node('Split', [qkv], { axis: { int: -1 }, num_outputs: { int: 3 } }, split);
    const attended = graph.node('com.microsoft:MultiHeadAttention', split, { num_heads: { int: heads } });
    x = norm(forms.dense(attended, dense(`${name}.attention.output.dense`)), x, `${name}.attention.output`);
    const inner = forms.evened(x, dense(`${name}.intermediate.dense`));
    const active = graph.node(config.activation === 'gelu' ? 'com.microsoft:Gelu' : 'Relu', [inner]);
    x = norm(forms.afterGelu(active, dense(`${name}.output.dense`)), x, `${name}.output`);
  }
  return graph.node('ReduceMean', [x, graph.constant('pool.axis', BigInt64Array.of(1n), [1])], {
    keepdims: { int: 0 },
  });
}

/** Position vectors with the (only) token type added, as many as there are pieces, for every message of the batch. */
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
  const pieces = graph.node('Shape', [encoderInputs.ids], { start: { int: 1 }, end: { int: 2 } });
  const used = graph.node('Slice', [graph.constant('positions', table, [rows, width]), zero, pieces, axis]);
  return graph.node('Expand', [used, graph.node('Shape', [words])]);
}

function int8Words(graph: OnnxWriter, table: Float32Array, rows: number, width: number): string {
  const { data, scales } = quantiseRows(table, rows);
  const bytes = graph.node('Gather', [graph.constant('words', data, [rows, width]), encoderInputs.ids]);
  const scale = graph.node('Gather', [graph.constant('words.scales', scales, [rows, 1]), encoderInputs.ids]);
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
