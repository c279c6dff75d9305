/** Replies that agents keep ready, and the macros among them. */
export * from './canned-responses.js';
