/** The people who write: what is known of them, and who of them is the same person. */
export * from './contact-attributes.js';
export * from './contacts.js';
export * from './merging.js';
