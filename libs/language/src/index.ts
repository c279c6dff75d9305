/** The language of a message, which may be short. */
export { detectLanguage, type Detected } from './detect.js';
