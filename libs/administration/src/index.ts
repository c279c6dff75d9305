/** What a shop sets up about itself: people, inboxes, hours, the workspace; and the log of every change. */
export * from './administration.module.js';
export * from './audit.js';
export * from './audit-log.js';
export * from './inboxes/inboxes.js';
export * from './inboxes/sightings.js';
export * from './inboxes/visitor-inbox.js';
export * from './people/invitations.js';
export * from './people/operator.js';
export { passwordStrength, requireStrongPassword } from './people/password-strength.js';
export * from './people/passwords.js';
export * from './people/people.js';
export { Sessions, type EndedSessions } from './people/sessions.js';
export * from './set-up/index.js';
export * from './tokens.js';
export * from './workspace/checklist.js';
export { isOpen } from './workspace/opening.js';
export { Topics } from './workspace/topics.js';
export { Workspaces } from './workspace/workspaces.js';
