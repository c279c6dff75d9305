/** What /api/v1 takes and answers. Other programs rely on it: fields are added, never renamed or removed. */
export * from './contacts.js';
export * from './conversations.js';
export * from './errors.js';
export * from './knowledge.js';
export * from './pages.js';
export * from './reports.js';
export * from './webhook-payloads.js';
export * from './webhooks.js';
export * from './workspace.js';
