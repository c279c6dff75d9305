/**
 * Training on ONNX Runtime, without Python. A model is written operator by operator on a tape, which derives the backward pass. One
 * session per batch shape runs both, and a WebAssembly kernel updates the weights in place. Knows nothing of text.
 *
 *     const shape = { layers: 6, width: 384, heads: 12, ffn: 1536, layerNormEps: 1e-12, activation: 'gelu', positions: 512, types: 2, words: 30522 };
 *     const trainer = new Trainer<BatchShape>({
 *       ...adamDefaults,
 *       parameters: [
 *         // Names and shapes are those of BERT checkpoints. `learningRate` is the peak learning rate, here with decay from layer to layer.
 *         ...encoderParameters(shape).map((p) => ({ ...p, data: checkpoint.get(p.name), learningRate: 1e-4 * 0.9 ** (shape.layers - p.layer) })),
 *         { name: 'head.weight', shape: [intents, 384], data: headWeight, learningRate: 1e-3, decay: true },
 *         { name: 'head.bias', shape: [intents], data: headBias, learningRate: 1e-3, decay: false },
 *       ],
 *       frozen: { [encoderNames.words]: words },
 *       build(tape, size) {
 *         const { batch } = size;
 *         const pooled = encoder(tape, shape, size, 0.1);
 *         const kept = dropout(tape, pooled, 0.1);
 *         const logits = linear(tape, kept, tape.parameter('head.weight', [intents, 384]), tape.parameter('head.bias', [intents]));
 *         const classified = crossEntropy(tape, logits, tape.input('targets', [batch, intents]));
 *         const contrast = supervisedContrastive(
 *           tape, normalise(tape, pooled), tape.input('contrast.targets', [batch, batch]), tape.input('contrast.excluded', [batch, batch]), 0.1);
 *         return { loss: add(tape, classified, scale(tape, contrast, 0.2)), outputs: { pooled, logits } };
 *       },
 *       seed: 1, threads: 2, sessions: 24,
 *     });
 *     await fit(trainer, {
 *       steps, schedule: linearSchedule(steps, 0.06), signal, onStep: ({ step, loss, secondsLeft }) => …,
 *       batch(i) {
 *         const contrast = contrastiveTargets(labels);           // a negative label takes no part
 *         const rows = rowsFor(messages.map(({ length }) => length), 24);  // outside attention, padding is left out
 *         return { shape: { batch: 32, tokens: 24, rows }, feeds: {
 *           ...encoderFeeds(messages, 24, rows),                 // messages: 32 arrays of token ids
 *           targets,                                             // [batch, intents]: one-hot or soft, times the row's weight (1 / batch)
 *           'contrast.targets': contrast.targets, 'contrast.excluded': contrast.excluded } };
 *       },
 *     });
 *     trainer.average();      // Map of name to Float32Array: the weights to ship
 *     trainer.checkpoint();   // a Buffer; after `restore` on a trainer of the same settings, `fit` goes on bit-equal
 *     await trainer.forward(shape, feeds);   // { pooled, logits, loss } of the averaged weights, without dropout
 *     await trainer.release();
 *
 * A session takes a quarter of a second to open at this size, and 10 MB. So a run should have few batch shapes: round token counts up
 * to a few sizes, and keep batches full (rows of weight 0 may fill the last one). `OnnxWriter` writes any other model.
 *
 * Sub-folders import in one direction: graph <- ops <- encoder, and optimiser by itself. The files beside this one join them.
 */
export * from './encoder/index.js';
export * from './environment.js';
export * from './fit.js';
export * from './graph/index.js';
export * from './ops/index.js';
export * from './optimiser/index.js';
export { Random } from './random.js';
export { Trainer, type Build, type Feeds, type TrainerSettings } from './trainer.js';
