import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** `pass`: as if it were not there. `silent`: half-open, connections stand and nothing passes. `refuse`: all cut. `slow`: every packet waits. */
type Mode = 'pass' | 'silent' | 'refuse' | 'slow';

const slowMs = 150;

/** A TCP connection to `target` that can be cut, slowed or fall silent without either end being told. */
export class TcpProxy {
  private mode: Mode = 'pass';
  private readonly pairs = new Set<[Socket, Socket]>();

  private constructor(
    private readonly server: Server,
    private readonly target: () => number,
  ) {
    server.on('connection', (client) => this.join(client));
  }

  static async to(target: () => number): Promise<TcpProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new TcpProxy(server, target);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** What stood silent stays silent for ever, as behind a firewall that forgot it; new connections follow the new mode. */
  set(mode: Mode): void {
    if (this.mode === 'silent' && mode === 'pass') this.forget();
    this.mode = mode;
    if (mode === 'refuse') this.cut();
  }

  /** Cuts every connection that stands. */
  cut(): void {
    for (const [client, upstream] of this.pairs) {
      client.resetAndDestroy();
      upstream.destroy();
    }
    this.pairs.clear();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private forget(): void {
    for (const [client, upstream] of this.pairs) {
      client.removeAllListeners('data');
      upstream.removeAllListeners('data');
      upstream.destroy();
    }
  }

  private join(client: Socket): void {
    client.on('error', () => undefined); // 'close' follows
    if (this.mode === 'refuse') return void client.resetAndDestroy();
    const upstream = connect(this.target(), '127.0.0.1');
    upstream.on('error', () => undefined);
    const pair: [Socket, Socket] = [client, upstream];
    this.pairs.add(pair);
    this.pump(client, upstream);
    this.pump(upstream, client);
    for (const socket of pair) {
      socket.on('close', () => {
        if (this.mode === 'silent') return; // the other end is not told
        this.pairs.delete(pair);
        for (const end of pair) end.destroy();
      });
    }
  }

  private pump(from: Socket, to: Socket): void {
    from.on('data', (chunk) => {
      if (this.mode === 'silent') return;
      if (this.mode === 'slow') setTimeout(() => to.write(chunk), slowMs);
      else to.write(chunk);
    });
  }
}
