/** What a shop sets up about itself: people, inboxes, hours, the workspace; and the log of every change. */
export * from './audit.js';
