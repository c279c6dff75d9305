/** What identifies a person, found in free text and replaced by plain words. */
export { mask, type Masked, type MaskOptions } from './mask.js';
