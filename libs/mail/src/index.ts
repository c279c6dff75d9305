/** E-mail: agents' replies to customers who are gone, and what those answer. */
export * from './deliveries.js';
export * from './inbound-mail.js';
export * from './mail.module.js';
