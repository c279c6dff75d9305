/**
 * The text encoder: its checkpoint, tokenizer, weights in every precision, its graph for serving, and vectors of messages. Knows nothing of
 * intents.
 */
export { measureActivations } from './activations.js';
export { adapted, rounded, type LearnedWeights } from './adapters.js';
export { backgroundFile, loadBase, shippedBase, weightShapes, wordTableName, type BaseModel } from './base-model.js';
export { embedAll, embedInBatches, joined, pick, type Vectors } from './embeddings.js';
export { floatModel, int8Encoder, type Activations, type EncoderGraph, type EncoderParts } from './encoder-graph.js';
export { encoderConfig } from './encoder-config.js';
export { float32ToFloat16 } from './float16.js';
export { floatTensor, floats, openSession, runBatch, runIds, type Outputs, type Session } from './onnx-session.js';
export { quantiseRows } from './quantise.js';
export { denseBlocks, denseNibbles } from './quantised-linear.js';
export {
  float32Tensor,
  floatWeights,
  readSafetensors,
  writeSafetensors,
  type FloatTensor,
  type RawTensor,
  type Safetensors,
} from './safetensors.js';
export { createTokenizer, maxTokens, readTokenizer, type TextTokenizer } from './tokenizer.js';
export { encoderData, encoderShape, encoderStart } from './trainable-encoder.js';
export { convertBase, writeBase } from './write-base.js';
