/** Which sentence of an answer answers a follow-up: learned once for the encoder that is shipped, and the same for every shop. */
export { bilinear } from './bilinear.js';
export { fitBilinear, type Selected } from './fit-bilinear.js';
export { readAnswerSelection, writeAnswerSelection } from './matrix-file.js';
