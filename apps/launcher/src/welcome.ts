import { resolve } from 'node:path';
import type { Config } from '#config';
import { demoPassword, demoPeople } from '../../../prisma/seed.js';

/** The first line of a demo. */
export const demoWarning =
  'This is a demo with public passwords, for this machine alone. For your own shop: npm start -- --no-demo';

/** The lines that end a start. `setUpToken`: nobody has an account yet. */
export function welcome(config: Config, setUpToken: string | null): string {
  const { publicUrl, ports, environment, dataDir } = config;
  const isDemo = environment !== 'production';
  const logins = demoPeople.map(({ email, role }) => `${email} (${role})`).join(', ');
  const lines = [
    ...(isDemo ? [`Shop      http://localhost:${ports.demoShop}`] : []),
    ...(setUpToken ? [`Set up    ${publicUrl}/console/setup?token=${setUpToken}`] : []),
    `Console   ${publicUrl}/console${isDemo ? `   password ${demoPassword} for ${logins}` : ''}`,
    ...(isDemo || config.operatorToken ? [`API       ${publicUrl}/api/docs`] : []),
    `Data      ${resolve(dataDir)}`,
  ];
  return `\n${lines.join('\n')}\n`;
}
