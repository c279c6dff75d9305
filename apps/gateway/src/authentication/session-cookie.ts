import type { CookieOptions } from 'express';
import { loadConfig } from '#config';

export const sessionCookie = 'baton_session';

/** Scripts cannot read it, and other sites' forms and pictures do not send it. */
export function cookieOptions(): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', secure: loadConfig().publicUrl.startsWith('https:'), path: '/' };
}
