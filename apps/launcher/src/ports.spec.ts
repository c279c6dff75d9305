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
