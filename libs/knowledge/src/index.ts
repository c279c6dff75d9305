/** What the bot can say and what it learns from: intents, their answers, training rows. */
export * from './answers/answers.js';
export * from './examples/examples.js';
export * from './examples/example-export.js';
export * from './intents/intent-table.js';
export * from './intents/intents.js';
export * from './knowledge.module.js';
