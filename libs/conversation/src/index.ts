/** The single writer of conversation state. Every change of owner, every message and every label is written here. */
export * from './actors.js';
export * from './conversation.module.js';
export * from './handoff/handoff.js';
export * from './handoff/offers.js';
export * from './handoff/presence.js';
export { Snoozes } from './handoff/snoozes.js';
export * from './inbox/change-news.js';
export * from './inbox/inbox.js';
export * from './inbox/reading.js';
export * from './inbox/saved-filters.js';
export * from './messages/agent-messages.js';
export * from './messages/contact-messages.js';
export * from './organising/conversation-changes.js';
export * from './resolution/quiet-episodes.js';
export * from './resolution/resolutions.js';
export * from './search/search.js';
export * from './turns/bot-turns.js';
