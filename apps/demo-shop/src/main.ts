import { createServer } from 'node:http';
import { loadConfig } from '#config';
import { createLogger } from '#observability';
import { createShop } from './shop.js';

const { publicUrl, ports, host } = loadConfig();
const logger = createLogger('demo-shop');

// The key that the demo seed gives the shop's inbox.
const server = createServer(createShop({ gatewayUrl: publicUrl, inboxKey: 'demo-fernhill-inbox' }, logger));
server.listen(ports.demoShop, host, () => logger.info({ port: ports.demoShop }, 'demo shop listens'));
server.on('error', (error) => {
  logger.fatal({ err: error }, 'demo shop cannot listen');
  process.exit(1);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}
