import type { Config } from '#config';
import { demoPassword, demoPeople } from '../../../prisma/seed.js';

/** The four lines that end a start. */
export function welcome({ publicUrl, ports, environment }: Config, dataDir: string): string {
  const logins = demoPeople.filter(({ role }) => role !== 'supervisor').map(({ email }) => email);
  const demo = environment === 'production' ? '' : `   log in as ${logins.join(', ')}; password ${demoPassword}`;
  return [
    '',
    `Shop      http://localhost:${ports.demoShop}`,
    `Console   ${publicUrl}/console${demo}`,
    `API       ${publicUrl}/api/docs`,
    `Data      ${dataDir}`,
    '',
  ].join('\n');
}
