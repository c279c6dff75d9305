import { BatonError, type Ack, type AgentToServer, type ServerToAgent } from '#contracts';
import { io, type Socket } from 'socket.io-client';

export type AgentSocket = Socket<ServerToAgent, AgentToServer>;
type Payload<E extends keyof AgentToServer> = Parameters<AgentToServer[E]>[0];
type Result<E extends keyof AgentToServer> =
  Parameters<Parameters<AgentToServer[E]>[1]>[0] extends Ack<infer T> ? T : never;

const ackWithin = 10_000;

export function openSocket(): AgentSocket {
  return io('/agent', {
    autoConnect: false,
    transports: ['websocket', 'polling'],
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
  });
}

/** One event and its acknowledgement. No connection, or no answer in 10 s, is `SERVICE_UNAVAILABLE`. */
export async function call<E extends keyof AgentToServer>(
  socket: AgentSocket,
  event: E,
  payload: Payload<E>,
): Promise<Result<E>> {
  if (!socket.connected) throw new BatonError('SERVICE_UNAVAILABLE');
  const timed = socket.timeout(ackWithin) as unknown as {
    emitWithAck: (event: E, payload: Payload<E>) => Promise<Ack<Result<E>>>;
  };
  const ack = await timed.emitWithAck(event, payload).catch(() => {
    throw new BatonError('SERVICE_UNAVAILABLE');
  });
  if (!ack.ok) throw new BatonError(ack.error.code, ack.error.details);
  return ack.data;
}
