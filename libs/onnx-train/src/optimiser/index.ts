/** AdamW: its settings and formula, the memory with weights, gradients and moments, and the WebAssembly kernel that updates them in place. */
export { adamDefaults, type AdamSettings, type ParameterRule } from './adamw.js';
