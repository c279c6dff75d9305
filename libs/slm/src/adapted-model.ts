import { createHash } from 'node:crypto';
import { adapted } from './adapters.js';
import type { BaseModel } from './base-model.js';
import { float32ToFloat16 } from './float16.js';
import type { Learned } from './fine-tune.js';
import { servedGraph, type Activations, type IntentHead } from './inference-graph.js';
import { quantiseRows } from './quantise.js';
import { floatWeights, type RawTensor, type Safetensors } from './safetensors.js';

/** A model without the encoder that it shares with others: all of model.onnx that is its own. */
export interface AdaptedModel {
  learned: Learned;
  activations: Activations;
  head: IntentHead;
  /** Normalised vectors of training rows. */
  bank: Float32Array;
}

/** Parts of the names in the file. */
const [learnedPrefix, activationPrefix] = ['encoder/', 'activation/'];

/** `fingerprintOf(base)` goes into the metadata. What training learned is kept in half precision, the bank in a byte a number. */
export function toTensors({ learned, activations, head, bank }: AdaptedModel, base: BaseModel): Safetensors {
  const { width } = base.config;
  const [rows, intents] = [bank.length / width, head.bias.length];
  const { data, scales } = quantiseRows(bank, rows);
  const float = (values: Float32Array, ...shape: number[]): RawTensor => ({ dtype: 'F32', shape, data: values });
  return {
    metadata: { base: fingerprintOf(base), reads: head.reads },
    tensors: new Map<string, RawTensor>([
      ...[...learned].map(([name, { shape, data }]): [string, RawTensor] => [
        learnedPrefix + name,
        { dtype: 'F16', shape, data: float32ToFloat16(data) },
      ]),
      ...[...activations].map(([name, peaks]): [string, RawTensor] => [
        activationPrefix + name,
        float(peaks, peaks.length),
      ]),
      ['head.weight', float(head.weight, intents, width)],
      ['head.bias', float(head.bias, intents)],
      ['bank.int8', { dtype: 'I8', shape: [rows, width], data }],
      ['bank.scales', float(scales, rows)],
    ]),
  };
}

/** model.onnx, made of what `toTensors` kept and the base that it was trained on. Null where `base` is another. */
export function assemble(file: Safetensors, base: BaseModel): Uint8Array | null {
  const { metadata } = file;
  if (metadata['base'] !== fingerprintOf(base)) return null;
  const weights = floatWeights(file);
  const data = (name: string) => {
    const tensor = weights.get(name);
    if (!tensor) throw new Error(`it has no ${name}`);
    return tensor.data;
  };
  const under = (prefix: string) =>
    [...weights].flatMap(([name, tensor]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), tensor] as const] : [],
    );
  const head: IntentHead = {
    weight: data('head.weight'),
    bias: data('head.bias'),
    reads: metadata['reads'] === 'pooled' ? 'pooled' : 'normalised',
  };
  const parts = { config: base.config, weights: adapted(base.weights, new Map(under(learnedPrefix))) };
  const activations = new Map(under(activationPrefix).map(([name, tensor]) => [name, tensor.data]));
  return servedGraph({ ...parts, head, bank: data('bank') }, activations);
}

/** SHA-256 of all that two bases must share for the adapters of one to fit the other. */
function fingerprintOf({ configJson, tokenizerJson, weights }: BaseModel): string {
  const hash = createHash('sha256').update(configJson).update(tokenizerJson);
  for (const [name, { data }] of weights) hash.update(name).update(data);
  return hash.digest('hex');
}
