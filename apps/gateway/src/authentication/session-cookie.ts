import type { CookieOptions } from 'express';
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
