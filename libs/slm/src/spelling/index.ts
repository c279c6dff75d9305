/** What a customer meant to type: the words of the training rows, and the nearest of them. Knows nothing of models. */
export { Speller } from './speller.js';
export { vocabulary, vocabularyOf, type Vocabulary } from './vocabulary.js';
