import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { freePort, requireFree } from './ports.js';

test('a taken port is named with the setting that changes it', async () => {
  const port = await freePort();
  await requireFree({ PORT: port });
  const server = createServer().listen(port);
  await once(server, 'listening');
  await expect(requireFree({ DEMO_SHOP_PORT: await freePort(), PORT: port })).rejects.toThrow(
    `Port ${port} is taken by another program: stop that program, or set PORT to a free port`,
  );
  server.close();
});

test('a free port is none that the system gives to outgoing connections, which would keep a server from restarting', async () => {
  const ports = await Promise.all(Array.from({ length: 50 }, freePort));
  expect(ports.filter((port) => port < 10_000 || port >= 32_768)).toEqual([]);
});
