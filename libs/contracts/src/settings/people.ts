import { z } from 'zod';
import { userRole } from '../enums.js';
import { integer, isoTime, safeText } from '../text.js';
import { email, newPassword } from './account.js';

/** Conversations at a time. */
const capacity = integer(0).max(100);

export const personView = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: userRole,
  capacity,
  disabledAt: isoTime.nullable(),
  /** When a socket of theirs was last heard, while they are there; null: they are not. */
  seenAt: isoTime.nullable(),
  createdAt: isoTime,
});
export type PersonView = z.infer<typeof personView>;

export const invitationView = z.object({
  id: z.uuid(),
  email: z.string(),
  role: userRole,
  capacity,
  expiresAt: isoTime,
  createdAt: isoTime,
});
export type InvitationView = z.infer<typeof invitationView>;

/** GET /api/colleagues: everybody who may sign in, for every agent. */
export const colleague = z.object({ id: z.uuid(), name: z.string() });
export type Colleague = z.infer<typeof colleague>;
export const colleagueList = z.object({ colleagues: z.array(colleague) });

/** GET /api/people */
export const peopleList = z.object({ people: z.array(personView), invitations: z.array(invitationView) });

/** POST /api/people/invitations; DELETE /api/people/invitations/:id */
export const invite = z.object({ email, role: userRole, capacity: capacity.default(5) });
/** `link` is shown this once. `mailed`: it was sent too. */
export const invited = z.object({ invitation: invitationView, link: z.string(), mailed: z.boolean() });
export type Invited = z.infer<typeof invited>;

/** POST /api/invitations/look (nobody is signed in): whom a link is for. */
export const oneTimeToken = z.object({ token: safeText(200) });
export const invitationLook = z.object({ email: z.string(), role: userRole, workspaceName: z.string() });
/** POST /api/invitations/accept: makes the user and signs in. */
export const acceptInvitation = z.object({ token: safeText(200), name: safeText(100), password: newPassword });

/** PUT /api/people/:id. Nobody changes their own role, and an owner is changed by owners only; the last owner stays. */
export const changePerson = z.object({ name: safeText(100), role: userRole, capacity });
/** POST /api/people/:id/disable and /enable: 200 with personView. Disabling ends their sessions and sockets within a second. */
/** POST /api/people/:id/reset: a link by which they choose a new password; `link` is shown this once. */
export const resetLink = z.object({ link: z.string(), expiresAt: isoTime });
/** POST /api/password-reset (nobody is signed in): ends all sessions of the user and signs in. */
export const resetPassword = z.object({ token: safeText(200), password: newPassword });
