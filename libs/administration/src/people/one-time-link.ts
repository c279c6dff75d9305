import { loadConfig } from '#config';
import { hashToken, newToken } from '../tokens.js';

export interface OneTimeLink {
  /** Holds the token: shown once, and stored nowhere. */
  link: string;
  tokenHash: string;
  expiresAt: Date;
}

/** A link to a page of the console that works once, for `ms`. */
export function oneTimeLink(page: 'invitation' | 'password-reset', ms: number): OneTimeLink {
  const token = newToken();
  return {
    link: `${loadConfig().publicUrl}/console/${page}?token=${token}`,
    tokenHash: hashToken(token),
    expiresAt: new Date(Date.now() + ms),
  };
}
