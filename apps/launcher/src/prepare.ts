import { loadConfig } from '#config';
import { migrate } from '#database';
import { seed } from '../../../prisma/seed.js';

// Where each process has its own container (docker/compose.yaml), this one runs first and ends: tables, then the demo.
// Its one argument is the host under which inference workers reach the demo shop.
const { databaseUrl, environment, ports } = loadConfig();
const applied = await migrate(databaseUrl);
process.stdout.write(`Applied ${applied.length} migrations.\n`);
if (environment !== 'production')
  await seed(databaseUrl, { demoShopPort: ports.demoShop, demoShopHost: process.argv[2] });
