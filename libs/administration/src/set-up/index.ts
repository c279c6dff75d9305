export * from './demo-passwords.js';
export * from './first-owner.js';
export * from './set-up-token.js';
