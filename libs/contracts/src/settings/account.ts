import { z } from 'zod';
import { isoTime, safeText } from '../text.js';

/** The languages in which the bot and the widget speak. */
export const locale = z.enum(['en', 'es', 'de', 'fr', 'ar']).meta({ id: 'Locale' });
export type Locale = z.infer<typeof locale>;

/** An IANA time zone that this machine knows. */
export const timeZone = safeText(64).refine((zone) => {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
});

/** A new password. Its strength is judged by the server, which refuses a weak one with PASSWORD_WEAK. */
export const newPassword = safeText(200).min(10, { error: 'PASSWORD_WEAK' });
export const email = z.email().max(320).toLowerCase();

/** GET /api/set-up: what an unfinished installation shows to anybody. `open`: no account exists yet, and a token is needed to make one. */
export const setUpState = z.object({ open: z.boolean() });
export type SetUpState = z.infer<typeof setUpState>;

/** POST /api/set-up, with the token of the address that the first start printed. Signs the owner in. */
export const createOwner = z.object({
  token: safeText(200),
  name: safeText(100),
  email,
  password: newPassword,
  workspaceName: safeText(100),
  locale,
  timeZone,
});
export type CreateOwner = z.infer<typeof createOwner>;

/** POST /api/password-strength: 0 (guessed at once) to 4, and what would make it better. Nothing of it is kept. */
export const passwordToJudge = z.object({ password: z.string().max(200), about: z.array(z.string().max(320)).max(5) });
export const passwordStrength = z.object({ score: z.number().int().min(0).max(4), advice: z.array(z.string()) });
export type PasswordStrength = z.infer<typeof passwordStrength>;

/** PUT /api/account/password: ends every other session of this user. */
export const changePassword = z.object({ currentPassword: safeText(200), newPassword });
/** GET /api/account/sessions, DELETE /api/account/sessions/:id */
export const sessionView = z.object({
  id: z.uuid(),
  current: z.boolean(),
  /** As the browser names itself; null where it did not. */
  userAgent: z.string().nullable(),
  createdAt: isoTime,
  expiresAt: isoTime,
});
export type SessionView = z.infer<typeof sessionView>;
export const sessionList = z.object({ sessions: z.array(sessionView) });
