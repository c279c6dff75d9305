/** Training the encoder on text, before it meets the intents of a shop. */
export { pulling } from './contrastive.js';
export { distinct, type MakeObjective } from './objective.js';
export { objectives, pretrain, type ObjectiveName, type TextSet } from './pretrain.js';
export { between, pretrainEncoder } from './pretrain-encoder.js';
