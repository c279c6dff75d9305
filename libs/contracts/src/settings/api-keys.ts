import { z } from 'zod';
import { isoTime, safeText } from '../text.js';

/** What a key may do, and nothing else. `write` does not include `read`. */
export const apiScope = z.enum([
  'conversations:read',
  'conversations:write',
  'contacts:read',
  'contacts:write',
  'knowledge:read',
  'knowledge:write',
  'reports:read',
  'workspace:read',
  'webhooks:manage',
]);
export type ApiScope = z.infer<typeof apiScope>;

export const apiKeyView = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The token's beginning. */
  prefix: z.string(),
  scopes: z.array(apiScope),
  createdByName: z.string().nullable(),
  /** To the minute; null: never. */
  lastUsedAt: isoTime.nullable(),
  /** Null: never. */
  expiresAt: isoTime.nullable(),
  revokedAt: isoTime.nullable(),
  createdAt: isoTime,
});
export type ApiKeyView = z.infer<typeof apiKeyView>;

/** GET /api/api-keys */
export const apiKeyList = z.object({ keys: z.array(apiKeyView) });

/** POST /api/api-keys; DELETE /api/api-keys/:id revokes. */
export const createApiKey = z.object({
  /** What the key writes stands under this name. */
  name: safeText(100),
  scopes: z
    .array(apiScope)
    .min(1)
    .max(apiScope.options.length)
    .transform((scopes) => [...new Set(scopes)]),
  /** Null: it does not expire. */
  expiresAt: isoTime.nullable(),
});
export type CreateApiKey = z.input<typeof createApiKey>;
/** `token` is shown this once. */
export const createdApiKey = z.object({ key: apiKeyView, token: z.string() });
