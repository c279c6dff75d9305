import type { CookieOptions, Response } from 'express';
import { loadConfig } from '#config';

export const sessionCookie = 'baton_session';

/** Scripts cannot read it, and other sites' forms and pictures do not send it. */
export function cookieOptions(): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', secure: loadConfig().publicUrl.startsWith('https:'), path: '/' };
}

/** The browser is signed in from the next request on. */
export function setSessionCookie(response: Response, { token, expiresAt }: { token: string; expiresAt: Date }): void {
  response.cookie(sessionCookie, token, { ...cookieOptions(), expires: expiresAt });
}
