/** The BERT encoder on the tape: names and shapes of its weights, its graph, and the feeds of a batch of messages. */
export * from './batch.js';
export * from './encoder.js';
export { adapterNames, encoderParameters, type EncoderParameter, type EncoderShape } from './parameters.js';
export * from './weights.js';
