/** What identifies a person, found in free text and replaced by plain words; a message as models may meet it. */
export { mask, type Masked, type MaskOptions } from './mask.js';
export { modelInput, type ModelInput } from './model-input.js';
