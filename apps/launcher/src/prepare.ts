import { loadConfig } from '#config';
import { migrate } from '#database';
import { prepareProduction } from './production.js';
import { welcome } from './welcome.js';
import { seed } from '../../../prisma/seed.js';

// Where each process has its own container (docker/compose.yaml), this one runs first and ends: tables, then the set-up address or the demo.
// Its one argument is the host under which inference workers reach the demo shop.
const config = loadConfig();
const { databaseUrl, environment, ports } = config;
const applied = await migrate(databaseUrl);
process.stdout.write(`Applied ${applied.length} migrations.\n`);
if (environment === 'production') process.stdout.write(welcome(config, await prepareProduction(databaseUrl)));
else await seed(databaseUrl, { demoShopPort: ports.demoShop, demoShopHost: process.argv[2] });
