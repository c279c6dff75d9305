import type { CookieOptions, Response } from 'express';
import { loadConfig } from '#config';

/** `__Host-`: browsers take such a cookie over https alone, for this host alone (RFC 6265bis, section 4.1.3.2). */
export function sessionCookie(): string {
  return overHttps() ? '__Host-baton_session' : 'baton_session';
}

/** Scripts cannot read it, and other sites' forms and pictures do not send it. */
export function cookieOptions(): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', secure: overHttps(), path: '/' };
}

function overHttps(): boolean {
  return loadConfig().publicUrl.startsWith('https:');
}

/** The browser is signed in from the next request on. */
export function setSessionCookie(response: Response, { token, expiresAt }: { token: string; expiresAt: Date }): void {
  response.cookie(sessionCookie(), token, { ...cookieOptions(), expires: expiresAt });
}
