import { createHash } from 'node:crypto';
import {
  adapted,
  float32Tensor,
  float32ToFloat16,
  floatWeights,
  int8Encoder,
  quantiseRows,
  type Activations,
  type BaseModel,
  type FloatTensor,
  type LearnedWeights,
  type RawTensor,
  type Safetensors,
} from '../encoder/index.js';
import { intentModel, type AuxiliaryLayer, type IntentHead } from '../intents/index.js';

/** The parts of model.onnx that are not in the base. */
export interface AdaptedModel {
  learned: LearnedWeights;
  activations: Activations;
  head: IntentHead;
  auxiliary: AuxiliaryLayer;
  /** Vectors of the neighbour index, [rows, width], of length 1: first those of rows that have an intent. */
  index: Float32Array;
  inScope: number;
}

/** Parts of the names in the file. */
const [learnedPrefix, activationPrefix] = ['encoder/', 'activation/'];

/** The model as tensors: learned weights in half precision, the neighbour index and the examples in int8, with a fingerprint of the base as metadata. */
export function adaptersToTensors(
  { learned, activations, head, auxiliary, index, inScope }: AdaptedModel,
  base: BaseModel,
): Safetensors {
  const { width } = base.config;
  const intents = head.bias.length;
  const int8Rows = (name: string, vectors: Float32Array): [string, RawTensor][] => {
    const count = vectors.length / width;
    const { data, scales } = quantiseRows(vectors, count);
    return [
      [`${name}.int8`, { dtype: 'I8', shape: [count, width], data }],
      [`${name}.scales`, float32Tensor(scales, count)],
    ];
  };
  return {
    metadata: { base: fingerprintOf(base), reads: head.reads, inScope: String(inScope) },
    tensors: new Map<string, RawTensor>([
      ...[...learned].map(([name, { shape, data }]): [string, RawTensor] => [
        learnedPrefix + name,
        { dtype: 'F16', shape, data: float32ToFloat16(data) },
      ]),
      ...[...activations].map(([name, range]): [string, RawTensor] => [
        activationPrefix + name,
        float32Tensor(range, range.length),
      ]),
      ['head.weight', float32Tensor(head.weight, intents, width)],
      ['head.bias', float32Tensor(head.bias, intents)],
      ['auxiliary.weight', float32Tensor(auxiliary.weight, auxiliary.bias.length, width)],
      ['auxiliary.bias', float32Tensor(auxiliary.bias, auxiliary.bias.length)],
      [
        'examples.counts',
        float32Tensor(Float32Array.from(auxiliary.examples.counts), auxiliary.examples.counts.length),
      ],
      ...int8Rows('examples', auxiliary.examples.vectors),
      ...int8Rows('index', index),
    ]),
  };
}

/** The bytes of model.onnx, made of the tensors and the base that they were trained on. Null if `base` is another. */
export function assemble(file: Safetensors, base: BaseModel): Uint8Array | null {
  const { metadata } = file;
  if (metadata['base'] !== fingerprintOf(base)) return null;
  const weights = floatWeights(file);
  const data = (name: string) => {
    const tensor = weights.get(name);
    if (!tensor) throw new Error(`it has no ${name}`);
    return tensor.data;
  };
  const head: IntentHead = {
    weight: data('head.weight'),
    bias: data('head.bias'),
    reads: metadata['reads'] === 'pooled' ? 'pooled' : 'normalised',
  };
  const parts = { config: base.config, weights: adapted(base.weights, new Map(under(weights, learnedPrefix))) };
  const examples = { vectors: data('examples'), counts: Array.from(data('examples.counts')) };
  const auxiliary = { weight: data('auxiliary.weight'), bias: data('auxiliary.bias'), examples };
  const inScope = Number(metadata['inScope']);
  const encoder = int8Encoder(parts, activationsIn(weights));
  return intentModel(encoder, { head, auxiliary, index: data('index'), inScope });
}

/** The bytes of the base's own int8 encoder, for the same messages. */
export function untunedEncoder(file: Safetensors, base: BaseModel): Uint8Array {
  return int8Encoder(base, activationsIn(floatWeights(file))).graph.finish();
}

function activationsIn(weights: ReadonlyMap<string, FloatTensor>): Activations {
  return new Map(under(weights, activationPrefix).map(([name, { data }]) => [name, data]));
}

function under(weights: ReadonlyMap<string, FloatTensor>, prefix: string): [string, FloatTensor][] {
  return [...weights].flatMap(([name, tensor]): [string, FloatTensor][] =>
    name.startsWith(prefix) ? [[name.slice(prefix.length), tensor]] : [],
  );
}

/** SHA-256 of everything in a base that adapters depend on: its config, tokenizer and weights. */
export function fingerprintOf({ configJson, tokenizerJson, weights }: BaseModel): string {
  const hash = createHash('sha256').update(configJson).update(tokenizerJson);
  for (const [name, { data }] of weights) hash.update(name).update(data);
  return hash.digest('hex');
}
