import { ModelError } from '#contracts';
import { parseConfig } from '#config';
import { EMBEDDED, runningPostgresUrl } from '#local-services';

/** DATABASE_URL, or the embedded PostgreSQL of a running `npm start`. */
export function databaseUrl(): string {
  const config = parseConfig({ DATABASE_URL: EMBEDDED, REDIS_URL: EMBEDDED, ...process.env });
  if (config.databaseUrl !== EMBEDDED) return config.databaseUrl;
  try {
    return runningPostgresUrl(config.dataDir);
  } catch {
    throw new ModelError('DATABASE_CLOSED');
  }
}
