import type { Server, Socket } from 'socket.io';

type Connection = Socket['conn'];

/** What may wait for one client, bytes: several pages of messages. */
const maxWaitingBytes = 1_048_576;

/** A client that does not read what it is sent is cut off, rather than have the gateway keep it all; it syncs once it is back. */
export function cutSlowReaders(engine: Server['engine']): void {
  engine.on('connection', (connection: Connection) => {
    let queued = 0;
    let underWay = 0;
    connection.on('packetCreate', ({ data }: { data?: string | Buffer }) => {
      if (connection.transport.writable) underWay = 0; // the transport has written what it was given
      queued += data === undefined ? 0 : Buffer.byteLength(data);
      if (queued + underWay > maxWaitingBytes) cut(connection);
    });
    connection.on('flush', () => {
      underWay = queued;
      queued = 0;
    });
  });
}

/** At once: an orderly end would wait behind what is not read. */
function cut(connection: Connection): void {
  connection.close(true);
  connection.request.socket.destroy();
}
