export * from './account.js';
export * from './actions.js';
export * from './inboxes.js';
export * from './knowledge.js';
export * from './people.js';
export * from './ticket-imports.js';
export * from './topics.js';
export * from './workspace.js';
