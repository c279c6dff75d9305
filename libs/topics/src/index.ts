/** What always goes to people: found by word lists in five languages and by the model's scores. */
export { helpLine } from './help-lines.js';
export { topicsByWords } from './topics-by-words.js';
export { topicsByModel, topicsOf } from './topics-of.js';
export { writeNgramModel } from './write-ngram-model.js';
