import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const secrets = z.object({ postgresPassword: z.string(), redisPassword: z.string() });
export type Secrets = z.infer<typeof secrets>;

/** The passwords of the embedded databases: made up at the first start, readable by this user alone. */
export function loadSecrets(dataDir: string): Secrets {
  const path = join(dataDir, 'secrets');
  if (existsSync(path)) return secrets.parse(JSON.parse(readFileSync(path, 'utf8')));
  const made = { postgresPassword: password(), redisPassword: password() };
  writeFileSync(path, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}

/** 192 random bits, in characters that a URL takes as they are. */
export const password = () => randomBytes(24).toString('base64url');
