/** Operators with gradients: each file writes a forward pass and its backward pass on the tape, and states both formulas. */
export * from './activation.js';
export * from './attention.js';
export * from './contrastive.js';
export * from './cross-entropy.js';
export * from './dropout.js';
export * from './elementwise.js';
export * from './embed.js';
export * from './layer-norm.js';
export * from './linear.js';
export * from './mean-pool.js';
export * from './move-rows.js';
export * from './normalise.js';
