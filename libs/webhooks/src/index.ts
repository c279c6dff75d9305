/** Webhooks: who is told of what, deliveries written with what they tell, and what became of each. */
export * from './delivery-log.js';
export * from './deliveries.js';
export * from './due-deliveries.js';
export { retryDelaySeconds } from './retry.js';
export { signatureHeaders } from './signature.js';
export { signingSecrets } from './secrets.js';
export * from './webhooks.js';
export * from './webhooks.module.js';
