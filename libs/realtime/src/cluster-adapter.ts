import { Server, type Namespace, type ServerOptions } from 'socket.io';
import { ClusterAdapter, MessageType, type BroadcastOptions, type ClusterMessage } from 'socket.io-adapter';
import { EventWriter, readEvents } from './event-stream.js';

type AdapterConstructor = NonNullable<ServerOptions['adapter']>;

/**
 * An event goes to this process's sockets at once and to those of other gateways over the stream, so that Redis delays nothing between two
 * people on one gateway.
 */
class StreamAdapter extends ClusterAdapter {
  constructor(
    namespace: Namespace,
    private readonly writer: EventWriter,
    private readonly closed: (name: string) => void = () => undefined,
  ) {
    super(namespace);
  }

  receive(message: ClusterMessage): void {
    const isUnheard = message.type === MessageType.BROADCAST && !this.isHeard(message.data.opts.rooms);
    if (!isUnheard) this.onMessage(message);
  }

  /** Socket.IO encodes an event before it looks for sockets, and most rooms have none here. */
  override broadcast(packet: unknown, opts: BroadcastOptions): Promise<void> {
    const { rooms, except = [], flags = {} } = opts;
    if (this.isHeard([...rooms])) return super.broadcast(packet, opts);
    const told = { rooms: [...rooms], except: [...except], flags };
    if (!flags.local) this.publish({ type: MessageType.BROADCAST, data: { packet, opts: told } });
    return Promise.resolve();
  }

  override close(): void {
    this.closed((this.nsp as Namespace).name);
  }

  /** Socket.IO waits for this before it tells its own sockets. */
  protected override async doPublish(message: ClusterMessage): Promise<string> {
    this.writer.write(message);
    return '';
  }

  /** No rooms: everybody. */
  private isHeard(rooms: string[]): boolean {
    return rooms.length === 0 || rooms.some((room) => this.rooms.has(room));
  }

  /** Nobody asks other processes for answers. */
  protected override async doPublishResponse(): Promise<void> {}
}

/**
 * For gateways: an event emitted in any process reaches sockets in every gateway. Where events were lost (Redis away or restarted, a reader
 * too slow), the sockets are told to `resync`.
 */
export function clusterAdapter(): AdapterConstructor {
  const writer = new EventWriter();
  const adapters = new Map<string, StreamAdapter>();
  const endReading = readEvents(writer.name, {
    event: (message) => adapters.get(message.nsp)?.receive(message),
    lost: () => {
      for (const { nsp } of adapters.values()) (nsp as Namespace).local.emit('resync');
    },
  });
  const close = (name: string) => {
    adapters.delete(name);
    if (adapters.size > 0) return;
    endReading();
    writer.close();
  };
  return class extends StreamAdapter {
    constructor(namespace: Namespace) {
      super(namespace, writer, close);
      adapters.set(namespace.name, this);
    }
  };
}

/** For processes without sockets of their own: a server that only emits, and reads nothing of what others emit. */
export function headlessServer(): Server {
  const writer = new EventWriter();
  const adapter: AdapterConstructor = class extends StreamAdapter {
    constructor(namespace: Namespace) {
      super(namespace, writer);
    }
  };
  const server = new Server({ adapter });
  server.of('/visitor');
  server.of('/agent');
  return server;
}
