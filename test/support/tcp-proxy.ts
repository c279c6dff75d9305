import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { atEnd } from './at-end.js';

export interface TcpProxy {
  port: number;
  /** From now on nothing passes, on old connections and new ones, and no end is told: the network is gone. */
  goSilent(): void;
  /** New connections pass again; old ones stay silent, as behind a router that forgot them. */
  heal(): void;
}

/** Stands before a server on loopback, to take the network away from its clients. */
export async function startTcpProxy(target: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let silent = false;
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    if (silent) return client.pause();
    client.pipe(upstream).pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  atEnd(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return {
    port: (server.address() as AddressInfo).port,
    goSilent() {
      silent = true;
      for (const socket of sockets) socket.unpipe().pause();
    },
    heal: () => void (silent = false),
  };
}
