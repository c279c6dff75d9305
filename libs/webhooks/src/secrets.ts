import { randomBytes } from 'node:crypto';
import { decryptSecret, encryptSecret, requireSecretKey } from '#actions';
import { loadConfig } from '#config';
import type { Webhook } from '#database';

/** As Standard Webhooks writes secrets: 24 to 64 random bytes in base64 after this. */
export const secretPrefix = 'whsec_';
const secretBytes = 32;

export function newSecret(): string {
  return secretPrefix + randomBytes(secretBytes).toString('base64');
}

export function sealSecret(webhookId: string, secret: string): string {
  return encryptSecret(requireSecretKey(loadConfig().actionSecretKey), webhookId, secret);
}

/** The secrets that sign now: the newest, and for a while after a rotation the one before. Throws where one cannot be decrypted. */
export function signingSecrets(webhook: Webhook, now: Date): string[] {
  const { id, secret, formerSecret, formerSecretUntil } = webhook;
  const former = formerSecret && formerSecretUntil && formerSecretUntil > now ? [formerSecret] : [];
  const key = requireSecretKey(loadConfig().actionSecretKey);
  return [secret, ...former].map((sealed) => decryptSecret(key, id, sealed));
}
