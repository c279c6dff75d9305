/** What bold, lists and links in a message are: parts to be drawn as elements, never HTML. For widget, console and mail alike. */
export * from './format.js';
export * from './linkify.js';
export * from './plain-text.js';
