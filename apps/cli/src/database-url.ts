import { join } from 'node:path';
import { ModelError } from '#contracts';
import { parseConfig } from '#config';
import { EMBEDDED, runningPostgresUrl } from '#local-services';

const settings = () => parseConfig({ DATABASE_URL: EMBEDDED, REDIS_URL: EMBEDDED, ...process.env });

/** Where attachments are, unless a bucket keeps them. */
export function attachmentFolder(): string {
  return join(settings().dataDir, 'attachments');
}

/** DATABASE_URL, or the embedded PostgreSQL of a running `npm start`. */
export function databaseUrl(): string {
  const config = settings();
  if (config.databaseUrl !== EMBEDDED) return config.databaseUrl;
  try {
    return runningPostgresUrl(config.dataDir);
  } catch {
    throw new ModelError('DATABASE_CLOSED');
  }
}
