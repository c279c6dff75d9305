import { IoAdapter } from '@nestjs/platform-socket.io';
import type { INestApplication } from '@nestjs/common';
import cookieParser from 'cookie-parser';
import type { Server, ServerOptions } from 'socket.io';
import { BatonError } from '#contracts';
import { clusterAdapter, Realtime } from '#realtime';
import { clientAddress } from '../http/client-address.js';
import { RateLimits } from '../rate-limits.js';
import { cutSlowReaders } from './slow-reader.js';
import { connectError } from './socket-auth.js';

/** A socket that has not joined a namespace by then is closed, ms. */
const connectTimeout = 10_000;
/** Bytes of one packet. */
const largestPacket = 64 * 1024;

/** Socket.IO as the gateway runs it: events reach sockets of every replica, and nobody stays without having signed in. */
export class SocketAdapter extends IoAdapter {
  constructor(private readonly app: INestApplication) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const limits = this.app.get(RateLimits);
    const server = super.createIOServer(port, {
      ...options,
      adapter: clusterAdapter(),
      connectTimeout,
      maxHttpBufferSize: largestPacket,
      allowRequest: (request, decide) => {
        limits.spend('socket', { address: clientAddress(request) }).then(
          () => decide(null, true),
          (error: Error) => decide(error.message, false),
        );
      },
      perMessageDeflate: false,
      serveClient: false,
      // Any site may try to connect; each inbox's list of origins is checked where the visitor's token is.
      cors: { origin: true, credentials: false },
    } satisfies Partial<ServerOptions> as ServerOptions);
    cutSlowReaders(server.engine);
    server.engine.use(cookieParser());
    server.use((_socket, next) => next(connectError(new BatonError('NOT_AUTHENTICATED').body)));
    this.app.get(Realtime).attach(server);
    return server;
  }
}
