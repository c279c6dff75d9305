/** What is taken of an import and what is not, and the report of it. */
export { ImportCheck, type Refusal } from './import-check.js';
export { languageOf } from './language.js';
export { textKey } from './text-key.js';
