import type { Config } from '#config';
import { demoPassword, demoPeople } from '../../../prisma/seed.js';

/** The four lines that end a start; outside the demo there is no shop. */
export function welcome({ publicUrl, ports, environment }: Config, dataDir: string): string {
  const isDemo = environment !== 'production';
  const logins = demoPeople.map(({ email, role }) => `${email} (${role})`).join(', ');
  const lines = [
    ...(isDemo ? [`Shop      http://localhost:${ports.demoShop}`] : []),
    `Console   ${publicUrl}/console${isDemo ? `   password ${demoPassword} for ${logins}` : ''}`,
    `API       ${publicUrl}/api/docs`,
    `Data      ${dataDir}`,
  ];
  return `\n${lines.join('\n')}\n`;
}
